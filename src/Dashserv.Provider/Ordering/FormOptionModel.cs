using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.FormOptionModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>An option of an order form.</summary>
internal sealed class FormOptionModel
{
    public Value<string> Name { get; set; }

    public Value<string> Kind { get; set; }

    public Value<bool> Changeable { get; set; }

    public Value<bool> Visible { get; set; }

    public Value<decimal> Min { get; set; }

    public Value<decimal> Max { get; set; }

    public Value<decimal> Step { get; set; }

    public Value<string> Suffix { get; set; }

    public Value<IReadOnlyList<Value<FormChoiceModel>>> Choices { get; set; }

    public static ObjectTable<FormOptionModel> Table { get; } = new(
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("The form's own name."),
        Attr.Text("kind", m => m.Kind, (m, v) => m.Kind = v).Computed().Describe("`select`, `number` or `text`."),
        Attr.Bool("changeable", m => m.Changeable, (m, v) => m.Changeable = v).Computed().Describe("Whether there is anything to choose."),
        Attr.Bool("visible", m => m.Visible, (m, v) => m.Visible = v).Computed().Describe("Whether the vendor's own shop shows it."),
        Attr.Decimal("min", m => m.Min, (m, v) => m.Min = v).Computed().Describe("Smallest number."),
        Attr.Decimal("max", m => m.Max, (m, v) => m.Max = v).Computed().Describe("Largest number."),
        Attr.Decimal("step", m => m.Step, (m, v) => m.Step = v).Computed().Describe("Distance between two allowed numbers."),
        Attr.Text("suffix", m => m.Suffix, (m, v) => m.Suffix = v).Computed().Describe("The number's unit."),
        Attr.NestedList("choices", FormChoiceModel.Table, m => m.Choices, (m, v) => m.Choices = v).Computed().Describe("What can be chosen."));
}
