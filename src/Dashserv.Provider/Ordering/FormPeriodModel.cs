using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.FormPeriodModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>A billing period of an order form.</summary>
internal sealed class FormPeriodModel
{
    public Value<string> Id { get; set; }

    public Value<string> Name { get; set; }

    public Value<long> LengthSeconds { get; set; }

    public static ObjectTable<FormPeriodModel> Table { get; } = new(
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Describe("The period's uuid."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("Its display name."),
        Attr.Integer("length_seconds", m => m.LengthSeconds, (m, v) => m.LengthSeconds = v).Computed().Describe("Its length in seconds."));
}
