using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A <c>dashserv_dedicated_server</c>. The table is in <see cref="DedicatedSchema"/>.</summary>
internal sealed class DedicatedModel : IServerModel
{
    public Value<string> Model { get; set; }

    public Value<string> Hostname { get; set; }

    public Value<string> Template { get; set; }

    public Value<string> Location { get; set; }

    public Value<string> Period { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Options { get; set; }

    public Value<string> OnOsChange { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> ReinstallTriggers { get; set; }

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

    public Value<string> Name { get; set; }

    public Value<string> Status { get; set; }

    public Value<string> CreatedAt { get; set; }

    public Value<string> LocationName { get; set; }

    public Value<string> Country { get; set; }

    public Value<CpuModel> Cpu { get; set; }

    public Value<RamModel> Ram { get; set; }

    public Value<IReadOnlyList<Value<DiskModel>>> Disks { get; set; }

    public Value<decimal> BandwidthMbit { get; set; }

    public Value<IReadOnlyList<Value<string>>> Ipv4Addresses { get; set; }

    public Value<string> PrimaryIpv4Address { get; set; }

    public Value<string> MacAddress { get; set; }

    public Value<string> Os { get; set; }

    public Value<decimal> MonthlyPrice { get; set; }

    public Value<decimal> HourlyPrice { get; set; }

    public Value<QuoteModel> Quote { get; set; }
}
