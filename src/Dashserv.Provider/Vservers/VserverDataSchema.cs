using TerraformPlugin.Schema;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverDataModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The tables of the data sources on vservers: one server, looked up by id or name, and an element of the list.</summary>
internal static class VserverDataSchema
{
    public static Schema<VserverDataModel> Single { get; } = new("One vserver of the account, by id or by name.", new ObjectTable<VserverDataModel>(
    [
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Optional().Computed().Validate(Rules.NotEmpty()).Describe("The product's uuid. Exactly one of `id` and `name` is given."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Optional().Computed().Validate(Rules.NotEmpty()).Describe("The server's name; it must be the only one of that name."),
        Attr.Text("power_state", m => m.PowerState, (m, v) => m.PowerState = v).Computed().Describe("`online`, `offline` or `installing`, now."),
        .. Common(),
    ]));

    public static ObjectTable<VserverDataModel> Element { get; } = new(
    [
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Describe("The product's uuid."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("The server's name."),
        .. Common(),
    ]);

    private static Attr[] Common() =>
    [
        Attr.Text("status", m => m.Status, (m, v) => m.Status = v).Computed().Describe("The API's word in lower case, such as `okay`."),
        Attr.Text("created_at", m => m.CreatedAt, (m, v) => m.CreatedAt = v).Computed().Describe("When it was made, RFC 3339 in UTC."),
        Attr.Integer("cores", m => m.Cores, (m, v) => m.Cores = v).Computed().Describe("CPU cores."),
        Attr.Decimal("ram", m => m.Ram, (m, v) => m.Ram = v).Computed().Describe("RAM in GB."),
        Attr.Integer("disk", m => m.Disk, (m, v) => m.Disk = v).Computed().Describe("Disk in GB."),
        Attr.Text("image", m => m.Image, (m, v) => m.Image = v).Computed().Describe("Name of the operating system's image."),
        Attr.Text("location", m => m.Location, (m, v) => m.Location = v).Computed().Describe("The location's uuid."),
        Attr.Text("location_name", m => m.LocationName, (m, v) => m.LocationName = v).Computed().Describe("The location's display name."),
        Attr.Text("country", m => m.Country, (m, v) => m.Country = v).Computed().Describe("The location's country code."),
        Attr.Text("ipv4_address", m => m.Ipv4Address, (m, v) => m.Ipv4Address = v).Computed().Describe("The public IPv4 address."),
        Attr.Text("ipv4_gateway", m => m.Ipv4Gateway, (m, v) => m.Ipv4Gateway = v).Computed().Describe("The IPv4 gateway."),
        Attr.Integer("ipv4_prefix", m => m.Ipv4Prefix, (m, v) => m.Ipv4Prefix = v).Computed().Describe("Length of the IPv4 subnet's prefix."),
        Attr.Text("ipv6_address", m => m.Ipv6Address, (m, v) => m.Ipv6Address = v).Computed().Describe("The public IPv6 address."),
        Attr.Text("ipv6_gateway", m => m.Ipv6Gateway, (m, v) => m.Ipv6Gateway = v).Computed().Describe("The IPv6 gateway."),
        Attr.Integer("ipv6_prefix", m => m.Ipv6Prefix, (m, v) => m.Ipv6Prefix = v).Computed().Describe("Length of the IPv6 subnet's prefix."),
        Attr.Of("additional_ip_addresses", Codecs.List(Codecs.Text), m => m.AdditionalIpAddresses, (m, v) => m.AdditionalIpAddresses = v).Computed()
            .Describe("Further public addresses."),
        Attr.Integer("backup_limit", m => m.BackupLimit, (m, v) => m.BackupLimit = v).Computed().Describe("How many backups are kept."),
        Attr.Integer("snapshot_limit", m => m.SnapshotLimit, (m, v) => m.SnapshotLimit = v).Computed().Describe("How many snapshots are kept."),
        Attr.Decimal("traffic_included_gb", m => m.TrafficIncludedGb, (m, v) => m.TrafficIncludedGb = v).Computed().Describe("Traffic included per month, in GB."),
        Attr.Decimal("traffic_used", m => m.TrafficUsed, (m, v) => m.TrafficUsed = v).Computed().Describe("Traffic since the last reset, both directions, in the API's own unit, which it does not state."),
        Attr.Decimal("bandwidth_mbit", m => m.BandwidthMbit, (m, v) => m.BandwidthMbit = v).Computed().Describe("Bandwidth in Mbit/s."),
        Attr.Decimal("monthly_price", m => m.MonthlyPrice, (m, v) => m.MonthlyPrice = v).Computed().Describe("EUR per month including tax, as billed."),
        Attr.Decimal("hourly_price", m => m.HourlyPrice, (m, v) => m.HourlyPrice = v).Computed().Describe("EUR per hour including tax, as billed."),
        Attr.Decimal("hours_billed", m => m.HoursBilled, (m, v) => m.HoursBilled = v).Computed().Describe("Hours billed this month; null for monthly products."),
    ];
}
