using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>A <c>dashserv_vserver</c>: its arguments and what is known of it. The table is in <see cref="VserverSchema"/>.</summary>
internal sealed class VserverModel : ServerModel
{
    public const string Configurable = "vserver:configure";
    public const string Packaged = "vserver";

    public Value<string> Product;
    public Value<string> Package;
    public Value<long> Cores;
    public Value<decimal> Ram;
    public Value<long> Disk;
    public Value<string> Image;
    public Value<string> Ipv4Address;
    public Value<string> Ipv4Gateway;
    public Value<long> Ipv4Prefix;
    public Value<string> Ipv6Address;
    public Value<string> Ipv6Gateway;
    public Value<long> Ipv6Prefix;
    public Value<IReadOnlyList<Value<string>>> AdditionalIpAddresses;
    public Value<long> BackupLimit;
    public Value<long> SnapshotLimit;
    public Value<decimal> TrafficIncludedGb;
    public Value<decimal> BandwidthMbit;
}
