using Dashserv.Api.Models;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.CpuModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A dedicated server's processors.</summary>
internal sealed class CpuModel
{
    public Value<string> Name;
    public Value<long> Amount;
    public Value<long> Cores;
    public Value<long> Threads;
    public Value<decimal> BaseGhz;
    public Value<decimal> TurboGhz;

    public static ObjectTable<CpuModel> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Computed().Describe("Such as `Intel Xeon E3-1270v2`."),
        Attr.Integer("amount", m => ref m.Amount).Computed().Describe("How many processors."),
        Attr.Integer("cores", m => ref m.Cores).Computed().Describe("Cores of each."),
        Attr.Integer("threads", m => ref m.Threads).Computed().Describe("Threads of each."),
        Attr.Decimal("base_ghz", m => ref m.BaseGhz).Computed().Describe("Base frequency in GHz."),
        Attr.Decimal("turbo_ghz", m => ref m.TurboGhz).Computed().Describe("Highest frequency in GHz."));

    public static Value<CpuModel> Of(ModelCpu? cpu) => cpu is null ? default : new CpuModel
    {
        Name = Value.OfNullable(cpu.Name),
        Amount = Value.OfNullable(cpu.Amount),
        Cores = Value.OfNullable(cpu.Cores),
        Threads = Value.OfNullable(cpu.Threads),
        BaseGhz = Value.OfNullable(cpu.BaseGhz),
        TurboGhz = Value.OfNullable(cpu.TurboGhz),
    };
}
