using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.FormChoiceModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>A choice of an option.</summary>
internal sealed class FormChoiceModel
{
    public Value<string> Value;
    public Value<string> Display;
    public Value<decimal> Cost;

    public static ObjectTable<FormChoiceModel> Table { get; } = new(
        Attr.Text("value", m => ref m.Value).Computed().Describe("What is sent."),
        Attr.Text("display", m => ref m.Display).Computed().Describe("What people read; may be written in a configuration as well."),
        Attr.Decimal("cost", m => ref m.Cost).Computed().Describe("The form's price per month."));
}
