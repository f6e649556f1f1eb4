using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.FormOptionModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>An option of an order form.</summary>
internal sealed class FormOptionModel
{
    public Value<string> Name;
    public Value<string> Kind;
    public Value<bool> Changeable;
    public Value<bool> Visible;
    public Value<decimal> Min;
    public Value<decimal> Max;
    public Value<decimal> Step;
    public Value<string> Suffix;
    public Value<IReadOnlyList<Value<FormChoiceModel>>> Choices;

    public static ObjectTable<FormOptionModel> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Computed().Describe("The form's own name."),
        Attr.Text("kind", m => ref m.Kind).Computed().Describe("`select`, `number` or `text`."),
        Attr.Bool("changeable", m => ref m.Changeable).Computed().Describe("Whether there is anything to choose."),
        Attr.Bool("visible", m => ref m.Visible).Computed().Describe("Whether the vendor's own shop shows it."),
        Attr.Decimal("min", m => ref m.Min).Computed().Describe("Smallest number."),
        Attr.Decimal("max", m => ref m.Max).Computed().Describe("Largest number."),
        Attr.Decimal("step", m => ref m.Step).Computed().Describe("Distance between two allowed numbers."),
        Attr.Text("suffix", m => ref m.Suffix).Computed().Describe("The number's unit."),
        Attr.NestedList("choices", FormChoiceModel.Table, m => ref m.Choices).Computed().Describe("What can be chosen."));
}
