using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerModel>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A resource with every kind of attribute.</summary>
internal sealed class CornerModel
{
    public Value<string> Id;
    public Value<string> Name;
    public Value<string> Region;
    public Value<TfNumber> Number;
    public Value<long> Integer;
    public Value<decimal> Price;
    public Value<bool> Enabled;
    public Value<IReadOnlyList<Value<string>>> Tags;
    public Value<IReadOnlyList<Value<long>>> Ports;
    public Value<IReadOnlyDictionary<string, Value<string>>> Labels;
    public Value<TfDynamic> Extra;
    public Value<CornerPart> Main;
    public Value<IReadOnlyList<Value<CornerPart>>> Disks;
    public Value<IReadOnlyList<Value<CornerPart>>> Addons;
    public Value<IReadOnlyDictionary<string, Value<CornerPart>>> Slots;
    public Value<string> Password;
    public Value<string> Secret;
    public Value<string> Old;
    public Value<string> Path;
    public Value<long> Revision;
    public Value<TimeoutsModel> Timeouts;

    public static ObjectTable<CornerModel> Table { get; } = new(
        Attr.Text("id", m => ref m.Id).Computed().UseStateForUnknown().Describe("The id."),
        Attr.Text("name", m => ref m.Name).Required().Validate(Validators.NotEmpty()).Describe("A name."),
        Attr.Text("region", m => ref m.Region).Default("north").RequiresReplace().Describe("Where it is."),
        Attr.Number("number", m => ref m.Number).Optional().Describe("Any number."),
        Attr.Integer("integer", m => ref m.Integer).Optional().Validate(Validators.AtLeast(1)).Describe("A whole number."),
        Attr.Decimal("price", m => ref m.Price).Optional().Describe("Money."),
        Attr.Bool("enabled", m => ref m.Enabled).Default(true).Describe("A switch."),
        Attr.Of("tags", Codecs.List(Codecs.Text), m => ref m.Tags).Optional().Describe("A list."),
        Attr.Of("ports", Codecs.Set(Codecs.Integer), m => ref m.Ports).Optional().Describe("A set."),
        Attr.Of("labels", Codecs.Map(Codecs.Text), m => ref m.Labels).Optional().Describe("A map."),
        Attr.Of("extra", Codecs.Dynamic, m => ref m.Extra).Optional().Describe("Anything."),
        Attr.Single("main", CornerPart.Table, m => ref m.Main).Optional().Describe("One part."),
        Attr.NestedList("disks", CornerPart.Table, m => ref m.Disks).Optional().Describe("Parts in order."),
        Attr.NestedSet("addons", CornerPart.Table, m => ref m.Addons).Optional().Describe("Parts without order."),
        Attr.NestedMap("slots", CornerPart.Table, m => ref m.Slots).Optional().Describe("Parts by name."),
        Attr.Text("password", m => ref m.Password).Optional().Sensitive().Describe("Hidden, but in state."),
        Attr.Text("secret", m => ref m.Secret).Optional().WriteOnly().Describe("Never in state."),
        Attr.Text("old", m => ref m.Old).Optional().Deprecated("Use name.").Describe("No longer used."),
        Attr.Text("path", m => ref m.Path).Optional()
            .SemanticEquals((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)).Describe("Case does not matter."),
        Attr.Integer("revision", m => ref m.Revision).Computed().Describe("Counts the changes."),
        Attr.Single("timeouts", TimeoutsModel.Table, m => ref m.Timeouts).Optional().Describe("How long to wait."));
}
