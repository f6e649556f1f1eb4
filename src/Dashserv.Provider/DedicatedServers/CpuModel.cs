using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.CpuModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A dedicated server's processors.</summary>
internal sealed class CpuModel
{
    public Value<string> Name { get; set; }

    public Value<long> Amount { get; set; }

    public Value<long> Cores { get; set; }

    public Value<long> Threads { get; set; }

    public Value<decimal> BaseGhz { get; set; }

    public Value<decimal> TurboGhz { get; set; }

    public static ObjectTable<CpuModel> Table { get; } = new(
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("Such as `Intel Xeon E3-1270v2`."),
        Attr.Integer("amount", m => m.Amount, (m, v) => m.Amount = v).Computed().Describe("How many processors."),
        Attr.Integer("cores", m => m.Cores, (m, v) => m.Cores = v).Computed().Describe("Cores of each."),
        Attr.Integer("threads", m => m.Threads, (m, v) => m.Threads = v).Computed().Describe("Threads of each."),
        Attr.Decimal("base_ghz", m => m.BaseGhz, (m, v) => m.BaseGhz = v).Computed().Describe("Base frequency in GHz."),
        Attr.Decimal("turbo_ghz", m => m.TurboGhz, (m, v) => m.TurboGhz = v).Computed().Describe("Highest frequency in GHz."));
}
