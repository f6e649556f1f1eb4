using Dashserv.Provider.Ordering;
using TerraformPlugin.Schema;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverModel>;
using Common = Dashserv.Provider.Lifecycle.CommonAttributes<Dashserv.Provider.Vservers.VserverModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The table of <c>dashserv_vserver</c>. Which changes replace it depends on more than one attribute: see <see cref="VserverPlan"/>.</summary>
internal static class VserverSchema
{
    public static Schema<VserverModel> Schema { get; } = new("A virtual server.", new ObjectTable<VserverModel>(
        Attr.Text("product", m => m.Product, (m, v) => m.Product = v).Default(VserverModel.Configurable)
            .Validate(Rules.OneOf(VserverModel.Configurable, VserverModel.Packaged))
            .Describe("`vserver:configure` (cores, RAM and disk are chosen freely; the default) or `vserver` (sold in packages). A change replaces the server."),
        Attr.Text("package", m => m.Package, (m, v) => m.Package = v).Optional().Validate(Rules.NotEmpty())
            .SameWhen((left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            .Describe("Name of the package; only, and always, with product `vserver`. A change replaces the server."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Optional().Computed().Stable().Validate(Rules.NotEmpty())
            .Describe("Name of the server. Where it is left out, one is made up. A change replaces the server, as the API cannot rename."),
        Common.Location(m => m.Location, (m, v) => m.Location = v),
        Common.Period(m => m.Period, (m, v) => m.Period = v),
        Attr.Integer("cores", m => m.Cores, (m, v) => m.Cores = v).Optional().Computed().Stable().Validate(Rules.AtLeast(1))
            .Describe("CPU cores; needed with `vserver:configure`, unless `options` has what the order form calls them. Changed in place; the server restarts."),
        Attr.Decimal("ram", m => m.Ram, (m, v) => m.Ram = v).Optional().Computed().Stable().Validate(Rules.Positive())
            .Describe("RAM in GB; needed with `vserver:configure`, unless `options` has what the order form calls it. Changed in place; the server restarts."),
        Attr.Integer("disk", m => m.Disk, (m, v) => m.Disk = v).Optional().Computed().Stable().Validate(Rules.AtLeast(1))
            .Describe("Disk in GB; needed with `vserver:configure`, unless `options` has what the order form calls it. Grows in place; the server restarts. It cannot shrink."),
        Attr.Text("image", m => m.Image, (m, v) => m.Image = v).Optional().Computed().Stable().Validate(Rules.NotEmpty()).SameWhen(LooseText.Same)
            .Describe("Operating system: an image's name, such as `debian11`, or its display name. See the data source `dashserv_vserver_images`. What a change does is `on_os_change`."),
        Common.OnOsChange("`image`", m => m.OnOsChange, (m, v) => m.OnOsChange = v),
        Common.ReinstallTriggers(m => m.ReinstallTriggers, (m, v) => m.ReinstallTriggers = v),
        Common.Options(m => m.Options, (m, v) => m.Options = v),
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
        Common.Status(m => m.Status, (m, v) => m.Status = v),
        Attr.Text("created_at", m => m.CreatedAt, (m, v) => m.CreatedAt = v).Computed().Stable().Describe("When it was made, RFC 3339 in UTC."),
        Attr.Text("location_name", m => m.LocationName, (m, v) => m.LocationName = v).Computed().Stable().Describe("The location's display name."),
        Attr.Text("country", m => m.Country, (m, v) => m.Country = v).Computed().Stable().Describe("The location's country code."),
        Attr.Text("ipv4_address", m => m.Ipv4Address, (m, v) => m.Ipv4Address = v).Computed().Stable().Describe("The public IPv4 address."),
        Attr.Text("ipv4_gateway", m => m.Ipv4Gateway, (m, v) => m.Ipv4Gateway = v).Computed().Stable().Describe("The IPv4 gateway."),
        Attr.Integer("ipv4_prefix", m => m.Ipv4Prefix, (m, v) => m.Ipv4Prefix = v).Computed().Stable().Describe("Length of the IPv4 subnet's prefix."),
        Attr.Text("ipv6_address", m => m.Ipv6Address, (m, v) => m.Ipv6Address = v).Computed().Stable().Describe("The public IPv6 address."),
        Attr.Text("ipv6_gateway", m => m.Ipv6Gateway, (m, v) => m.Ipv6Gateway = v).Computed().Stable().Describe("The IPv6 gateway."),
        Attr.Integer("ipv6_prefix", m => m.Ipv6Prefix, (m, v) => m.Ipv6Prefix = v).Computed().Stable().Describe("Length of the IPv6 subnet's prefix."),
        Attr.Of("additional_ip_addresses", Codecs.List(Codecs.Text), m => m.AdditionalIpAddresses, (m, v) => m.AdditionalIpAddresses = v).Computed().Stable()
            .Describe("Further public addresses."),
        Attr.Integer("backup_limit", m => m.BackupLimit, (m, v) => m.BackupLimit = v).Computed().Stable()
            .Describe("How many backups are kept; one more deletes the oldest."),
        Attr.Integer("snapshot_limit", m => m.SnapshotLimit, (m, v) => m.SnapshotLimit = v).Computed().Stable().Describe("How many snapshots are kept."),
        Attr.Decimal("traffic_included_gb", m => m.TrafficIncludedGb, (m, v) => m.TrafficIncludedGb = v).Computed().Stable().Describe("Traffic included per month, in GB."),
        Attr.Decimal("bandwidth_mbit", m => m.BandwidthMbit, (m, v) => m.BandwidthMbit = v).Computed().Stable().Describe("Bandwidth in Mbit/s."),
        Common.MonthlyPrice(m => m.MonthlyPrice, (m, v) => m.MonthlyPrice = v),
        Common.HourlyPrice(m => m.HourlyPrice, (m, v) => m.HourlyPrice = v),
        Common.Quote(m => m.Quote, (m, v) => m.Quote = v)));
}
