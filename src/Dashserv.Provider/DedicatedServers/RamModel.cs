using Dashserv.Api.Models;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.RamModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A dedicated server's memory.</summary>
internal sealed class RamModel
{
    public Value<decimal> AmountGb;
    public Value<string> Type;
    public Value<string> Module;

    public static ObjectTable<RamModel> Table { get; } = new(
        Attr.Decimal("amount_gb", m => ref m.AmountGb).Computed().Describe("GB in all."),
        Attr.Text("type", m => ref m.Type).Computed().Describe("Such as `DDR3`."),
        Attr.Text("module", m => ref m.Module).Computed().Describe("The modules' make and model."));

    public static Value<RamModel> Of(ModelRam? ram) => ram is null ? default : new RamModel
    {
        AmountGb = Value.OfNullable(ram.AmountGb),
        Type = Value.OfNullable(ram.Type),
        Module = Value.OfNullable(ram.Model),
    };
}
