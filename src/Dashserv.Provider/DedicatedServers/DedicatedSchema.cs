using System.Text.RegularExpressions;
using TerraformPlugin.Schema;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.DedicatedModel>;
using Common = Dashserv.Provider.Lifecycle.CommonAttributes<Dashserv.Provider.DedicatedServers.DedicatedModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>The table of <c>dashserv_dedicated_server</c>. Which changes replace it depends on more than one attribute: see <see cref="DedicatedPlan"/>.</summary>
internal static partial class DedicatedSchema
{
    public static Schema<DedicatedModel> Schema { get; } = new("A dedicated server.", new ObjectTable<DedicatedModel>(
        Attr.Text("model", m => m.Model, (m, v) => m.Model = v).Required().Validate(Rules.NotEmpty())
            .Describe("The model's uuid in the marketplace, such as `h5HGC`. A change replaces the server."),
        Attr.Text("hostname", m => m.Hostname, (m, v) => m.Hostname = v).Optional().Computed().Stable()
            .SameWhen((left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            .Validate(Rules.Matches(Hostname(), "a host name: letters, digits, hyphens and dots, 253 characters at most"))
            .Describe("Host name; needed with `template`. What a change does is `on_os_change`."),
        Attr.Text("template", m => m.Template, (m, v) => m.Template = v).Optional().Computed().Stable().Validate(Rules.NotEmpty())
            .Describe("Operating system: a template's id or name, such as `295` or `Debian 11 (Bullseye)`. Left out, nothing is installed. What a change does is `on_os_change`. Null where the API calls what is installed by no template's name; a template that is then added is taken for what is installed."),
        Common.Location(m => m.Location, (m, v) => m.Location = v),
        Common.Period(m => m.Period, (m, v) => m.Period = v),
        Common.Options(m => m.Options, (m, v) => m.Options = v),
        Common.OnOsChange("`template` or `hostname`", m => m.OnOsChange, (m, v) => m.OnOsChange = v),
        Common.ReinstallTriggers(m => m.ReinstallTriggers, (m, v) => m.ReinstallTriggers = v),
        Common.PowerState(m => m.PowerState, (m, v) => m.PowerState = v),
        Common.ShutdownTimeout(m => m.ShutdownTimeout, (m, v) => m.ShutdownTimeout = v),
        Common.ForceStop(m => m.ForceStop, (m, v) => m.ForceStop = v),
        Common.ShutdownBeforeDestroy(m => m.ShutdownBeforeDestroy, (m, v) => m.ShutdownBeforeDestroy = v),
        Common.DeletionProtection(m => m.DeletionProtection, (m, v) => m.DeletionProtection = v),
        Common.OnDestroy(m => m.OnDestroy, (m, v) => m.OnDestroy = v),
        Common.MaxMonthlyPrice(m => m.MaxMonthlyPrice, (m, v) => m.MaxMonthlyPrice = v),
        Common.OnCreateTimeout(m => m.OnCreateTimeout, (m, v) => m.OnCreateTimeout = v),
        Common.Timeouts(m => m.Timeouts, (m, v) => m.Timeouts = v),
        Common.Id(m => m.Id, (m, v) => m.Id = v),
        Common.OrderId(m => m.OrderId, (m, v) => m.OrderId = v),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Stable().Describe("The vendor's name for the server."),
        Common.Status(m => m.Status, (m, v) => m.Status = v),
        Attr.Text("created_at", m => m.CreatedAt, (m, v) => m.CreatedAt = v).Computed().Stable().Describe("When it was made, RFC 3339 in UTC."),
        Attr.Text("location_name", m => m.LocationName, (m, v) => m.LocationName = v).Computed().Stable().Describe("The location's display name."),
        Attr.Text("country", m => m.Country, (m, v) => m.Country = v).Computed().Stable().Describe("The location's country code."),
        Attr.Single("cpu", CpuModel.Table, m => m.Cpu, (m, v) => m.Cpu = v).Computed().Stable().Describe("The processors."),
        Attr.Single("ram", RamModel.Table, m => m.Ram, (m, v) => m.Ram = v).Computed().Stable().Describe("The memory."),
        Attr.NestedList("disks", DiskModel.Table, m => m.Disks, (m, v) => m.Disks = v).Computed().Stable().Describe("The disks."),
        Attr.Decimal("bandwidth_mbit", m => m.BandwidthMbit, (m, v) => m.BandwidthMbit = v).Computed().Stable().Describe("Mbit/s over all ports."),
        Attr.Of("ipv4_addresses", Codecs.List(Codecs.Text), m => m.Ipv4Addresses, (m, v) => m.Ipv4Addresses = v).Computed().Stable().Describe("The IPv4 addresses."),
        Attr.Text("primary_ipv4_address", m => m.PrimaryIpv4Address, (m, v) => m.PrimaryIpv4Address = v).Computed().Stable().Describe("The first of them."),
        Attr.Text("mac_address", m => m.MacAddress, (m, v) => m.MacAddress = v).Computed().Stable().Describe("The hardware address."),
        Attr.Text("os", m => m.Os, (m, v) => m.Os = v).Computed().Stable().Describe("What is installed, in the API's words."),
        Common.MonthlyPrice(m => m.MonthlyPrice, (m, v) => m.MonthlyPrice = v),
        Common.HourlyPrice(m => m.HourlyPrice, (m, v) => m.HourlyPrice = v),
        Common.Quote(m => m.Quote, (m, v) => m.Quote = v)));

    [GeneratedRegex(@"^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$")]
    private static partial Regex Hostname();
}
