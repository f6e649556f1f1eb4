using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.FormChoiceModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>A choice of an option.</summary>
internal sealed class FormChoiceModel
{
    public Value<string> Value { get; set; }

    public Value<string> Display { get; set; }

    public Value<decimal> Cost { get; set; }

    public static ObjectTable<FormChoiceModel> Table { get; } = new(
        Attr.Text("value", m => m.Value, (m, v) => m.Value = v).Computed().Describe("What is sent."),
        Attr.Text("display", m => m.Display, (m, v) => m.Display = v).Computed().Describe("What people read; may be written in a configuration as well."),
        Attr.Decimal("cost", m => m.Cost, (m, v) => m.Cost = v).Computed().Describe("The form's price per month."));
}
