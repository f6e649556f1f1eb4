using Dashserv.Api.Models;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The table of <c>dashserv_vserver</c>. Which changes replace it depends on more than one attribute: see <see cref="VserverPlan"/>.</summary>
internal static class VserverSchema
{
    public static Schema<VserverModel> Schema { get; } = new("A virtual server.", new ObjectTable<VserverModel>(
    [
        Attr.Text("product", m => ref m.Product).Default(VserverModel.Configurable)
            .Validate(Validators.OneOf(VserverModel.Configurable, VserverModel.Packaged))
            .Describe(
                "`vserver:configure` (cores, RAM and disk are chosen freely; the default) or `vserver` (sold in packages). A change replaces the server."),
        Attr.Text("package", m => ref m.Package).Optional().Validate(Validators.NotEmpty())
            .SemanticEquals((left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            .Describe("Name of the package; only, and always, with product `vserver`. A change replaces the server."),
        Attr.Text("name", m => ref m.Name).Optional().Computed().UseStateForUnknown().Validate(Validators.NotEmpty())
            .Describe("Name of the server. Where it is left out, one is made up. A change replaces the server, as the API cannot rename."),
        Attr.Integer("cores", m => ref m.Cores).Optional().Computed().UseStateForUnknown().Validate(Validators.AtLeast(1))
            .Describe(
                "CPU cores; needed with `vserver:configure`, unless `options` has what the order form calls them. Changed in place; the server restarts."),
        Attr.Decimal("ram", m => ref m.Ram).Optional().Computed().UseStateForUnknown().Validate(Validators.Positive(0m))
            .Describe("RAM in GB; needed with `vserver:configure`, unless `options` has what the order form calls it. Changed in place; the server restarts."),
        Attr.Integer("disk", m => ref m.Disk).Optional().Computed().UseStateForUnknown().Validate(Validators.AtLeast(1))
            .Describe(
                "Disk in GB; needed with `vserver:configure`, unless `options` has what the order form calls it. Grows in place; the server restarts. It "
                    + "cannot shrink."),
        Attr.Text("image", m => ref m.Image).Optional().Computed().UseStateForUnknown().Validate(Validators.NotEmpty()).SemanticEquals(LooseText.Same)
            .Describe(
                "Operating system: an image's name, such as `debian11`, or its display name. See the data source `dashserv_vserver_images`. What a change "
                    + "does is `on_os_change`."),
        Attr.Text("ipv4_address", m => ref m.Ipv4Address).Computed().UseStateForUnknown().From((Vserver v) => v.Ipv4?.Ip).Describe("The public IPv4 address."),
        Attr.Text("ipv4_gateway", m => ref m.Ipv4Gateway).Computed().UseStateForUnknown().From((Vserver v) => v.Ipv4?.Subnet?.Gateway)
            .Describe("The IPv4 gateway."),
        Attr.Integer("ipv4_prefix", m => ref m.Ipv4Prefix).Computed().UseStateForUnknown().From((Vserver v) => v.Ipv4?.Subnet?.Prefix)
            .Describe("Length of the IPv4 subnet's prefix."),
        Attr.Text("ipv6_address", m => ref m.Ipv6Address).Computed().UseStateForUnknown().From((Vserver v) => v.Ipv6?.Ip).Describe("The public IPv6 address."),
        Attr.Text("ipv6_gateway", m => ref m.Ipv6Gateway).Computed().UseStateForUnknown().From((Vserver v) => v.Ipv6?.Subnet?.Gateway)
            .Describe("The IPv6 gateway."),
        Attr.Integer("ipv6_prefix", m => ref m.Ipv6Prefix).Computed().UseStateForUnknown().From((Vserver v) => v.Ipv6?.Subnet?.Prefix)
            .Describe("Length of the IPv6 subnet's prefix."),
        Attr.Of("additional_ip_addresses", Codecs.List(Codecs.Text), m => ref m.AdditionalIpAddresses).Computed().UseStateForUnknown()
            .From((Vserver v) => Value.Known<IReadOnlyList<Value<string>>>([.. v.AdditionalAddresses.Select(a => (Value<string>)a.Ip)]))
            .Describe("Further public addresses."),
        Attr.Integer("backup_limit", m => ref m.BackupLimit).Computed().UseStateForUnknown().From((Vserver v) => v.BackupLimit)
            .Describe("How many backups are kept; one more deletes the oldest."),
        Attr.Integer("snapshot_limit", m => ref m.SnapshotLimit).Computed().UseStateForUnknown().From((Vserver v) => v.SnapshotLimit)
            .Describe("How many snapshots are kept."),
        Attr.Decimal("traffic_included_gb", m => ref m.TrafficIncludedGb).Computed().UseStateForUnknown().From((Vserver v) => v.Traffic?.IncludedGb)
            .Describe("Traffic included per month, in GB."),
        Attr.Decimal("bandwidth_mbit", m => ref m.BandwidthMbit).Computed().UseStateForUnknown().From((Vserver v) => v.BandwidthMbit)
            .Describe("Bandwidth in Mbit/s."),
        .. ServerAttributes.All<VserverModel>("`image`", "`name`", "replace"),
    ]));
}
