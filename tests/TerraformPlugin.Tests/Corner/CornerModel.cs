using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerModel>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A resource with every kind of attribute.</summary>
internal sealed class CornerModel
{
    public Value<string> Id { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> Region { get; set; }

    public Value<TfNumber> Number { get; set; }

    public Value<long> Integer { get; set; }

    public Value<decimal> Price { get; set; }

    public Value<bool> Enabled { get; set; }

    public Value<IReadOnlyList<Value<string>>> Tags { get; set; }

    public Value<IReadOnlyList<Value<long>>> Ports { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Labels { get; set; }

    public Value<TfDynamic> Extra { get; set; }

    public Value<CornerPart> Main { get; set; }

    public Value<IReadOnlyList<Value<CornerPart>>> Disks { get; set; }

    public Value<IReadOnlyList<Value<CornerPart>>> Addons { get; set; }

    public Value<IReadOnlyDictionary<string, Value<CornerPart>>> Slots { get; set; }

    public Value<string> Password { get; set; }

    public Value<string> Secret { get; set; }

    public Value<string> Old { get; set; }

    public Value<string> Path { get; set; }

    public Value<long> Revision { get; set; }

    public Value<TimeoutsModel> Timeouts { get; set; }

    public static ObjectTable<CornerModel> Table { get; } = new(
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Stable().Describe("The id."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Required().Validate(Rules.NotEmpty()).Describe("A name."),
        Attr.Text("region", m => m.Region, (m, v) => m.Region = v).Default("north").RequiresReplace().Describe("Where it is."),
        Attr.Number("number", m => m.Number, (m, v) => m.Number = v).Optional().Describe("Any number."),
        Attr.Integer("integer", m => m.Integer, (m, v) => m.Integer = v).Optional().Validate(Rules.AtLeast(1)).Describe("A whole number."),
        Attr.Decimal("price", m => m.Price, (m, v) => m.Price = v).Optional().Describe("Money."),
        Attr.Bool("enabled", m => m.Enabled, (m, v) => m.Enabled = v).Default(true).Describe("A switch."),
        Attr.Of("tags", Codecs.List(Codecs.Text), m => m.Tags, (m, v) => m.Tags = v).Optional().Describe("A list."),
        Attr.Of("ports", Codecs.Set(Codecs.Integer), m => m.Ports, (m, v) => m.Ports = v).Optional().Describe("A set."),
        Attr.Of("labels", Codecs.Map(Codecs.Text), m => m.Labels, (m, v) => m.Labels = v).Optional().Describe("A map."),
        Attr.Of("extra", Codecs.Dynamic, m => m.Extra, (m, v) => m.Extra = v).Optional().Describe("Anything."),
        Attr.Single("main", CornerPart.Table, m => m.Main, (m, v) => m.Main = v).Optional().Describe("One part."),
        Attr.NestedList("disks", CornerPart.Table, m => m.Disks, (m, v) => m.Disks = v).Optional().Describe("Parts in order."),
        Attr.NestedSet("addons", CornerPart.Table, m => m.Addons, (m, v) => m.Addons = v).Optional().Describe("Parts without order."),
        Attr.NestedMap("slots", CornerPart.Table, m => m.Slots, (m, v) => m.Slots = v).Optional().Describe("Parts by name."),
        Attr.Text("password", m => m.Password, (m, v) => m.Password = v).Optional().Sensitive().Describe("Hidden, but in state."),
        Attr.Text("secret", m => m.Secret, (m, v) => m.Secret = v).Optional().WriteOnly().Describe("Never in state."),
        Attr.Text("old", m => m.Old, (m, v) => m.Old = v).Optional().Deprecated("Use name.").Describe("No longer used."),
        Attr.Text("path", m => m.Path, (m, v) => m.Path = v).Optional()
            .SameWhen((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)).Describe("Case does not matter."),
        Attr.Integer("revision", m => m.Revision, (m, v) => m.Revision = v).Computed().Describe("Counts the changes."),
        Attr.Single("timeouts", TimeoutsModel.Table, m => m.Timeouts, (m, v) => m.Timeouts = v).Optional().Describe("How long to wait."));
}
