using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.FormPeriodModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>A billing period of an order form.</summary>
internal sealed class FormPeriodModel
{
    public Value<string> Id;
    public Value<string> Name;
    public Value<long> LengthSeconds;

    public static ObjectTable<FormPeriodModel> Table { get; } = new(
        Attr.Text("id", m => ref m.Id).Computed().Describe("The period's uuid."),
        Attr.Text("name", m => ref m.Name).Computed().Describe("Its display name."),
        Attr.Integer("length_seconds", m => ref m.LengthSeconds).Computed().Describe("Its length in seconds."));
}
