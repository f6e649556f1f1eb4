using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A <c>dashserv_dedicated_server</c>. The table is in <see cref="DedicatedServerSchema"/>.</summary>
internal sealed class DedicatedServerModel : ServerModel
{
    public Value<string> Model;
    public Value<string> Hostname;
    public Value<string> Template;
    public Value<CpuModel> Cpu;
    public Value<RamModel> Ram;
    public Value<IReadOnlyList<Value<DiskModel>>> Disks;
    public Value<decimal> BandwidthMbit;
    public Value<IReadOnlyList<Value<string>>> Ipv4Addresses;
    public Value<string> PrimaryIpv4Address;
    public Value<string> MacAddress;
    public Value<string> Os;
}
