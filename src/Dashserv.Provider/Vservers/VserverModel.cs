using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>A <c>dashserv_vserver</c>: its arguments and what is known of it. The table is in <see cref="VserverSchema"/>.</summary>
internal sealed class VserverModel : IServerModel
{
    public const string Configurable = "vserver:configure";
    public const string Packaged = "vserver";

    public Value<string> Product { get; set; }

    public Value<string> Package { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> Location { get; set; }

    public Value<string> Period { get; set; }

    public Value<long> Cores { get; set; }

    public Value<decimal> Ram { get; set; }

    public Value<long> Disk { get; set; }

    public Value<string> Image { get; set; }

    public Value<string> OnOsChange { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> ReinstallTriggers { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Options { get; set; }

    public Value<string> PowerState { get; set; }

    public Value<string> ShutdownTimeout { get; set; }

    public Value<bool> ForceStop { get; set; }

    public Value<bool> ShutdownBeforeDestroy { get; set; }

    public Value<bool> DeletionProtection { get; set; }

    public Value<string> OnDestroy { get; set; }

    public Value<decimal> MaxMonthlyPrice { get; set; }

    public Value<string> OnCreateTimeout { get; set; }

    public Value<TimeoutsModel> Timeouts { get; set; }

    public Value<string> Id { get; set; }

    public Value<string> OrderId { get; set; }

    public Value<string> Status { get; set; }

    public Value<string> CreatedAt { get; set; }

    public Value<string> LocationName { get; set; }

    public Value<string> Country { get; set; }

    public Value<string> Ipv4Address { get; set; }

    public Value<string> Ipv4Gateway { get; set; }

    public Value<long> Ipv4Prefix { get; set; }

    public Value<string> Ipv6Address { get; set; }

    public Value<string> Ipv6Gateway { get; set; }

    public Value<long> Ipv6Prefix { get; set; }

    public Value<IReadOnlyList<Value<string>>> AdditionalIpAddresses { get; set; }

    public Value<long> BackupLimit { get; set; }

    public Value<long> SnapshotLimit { get; set; }

    public Value<decimal> TrafficIncludedGb { get; set; }

    public Value<decimal> BandwidthMbit { get; set; }

    public Value<decimal> MonthlyPrice { get; set; }

    public Value<decimal> HourlyPrice { get; set; }

    public Value<QuoteModel> Quote { get; set; }
}
