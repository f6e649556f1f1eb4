using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.RamModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A dedicated server's memory.</summary>
internal sealed class RamModel
{
    public Value<decimal> AmountGb { get; set; }

    public Value<string> Type { get; set; }

    public Value<string> Module { get; set; }

    public static ObjectTable<RamModel> Table { get; } = new(
        Attr.Decimal("amount_gb", m => m.AmountGb, (m, v) => m.AmountGb = v).Computed().Describe("GB in all."),
        Attr.Text("type", m => m.Type, (m, v) => m.Type = v).Computed().Describe("Such as `DDR3`."),
        Attr.Text("module", m => m.Module, (m, v) => m.Module = v).Computed().Describe("The modules' make and model."));
}
