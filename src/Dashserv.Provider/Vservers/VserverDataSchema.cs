using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverDataModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The tables of the data sources on vservers: one server, looked up by id or name, and an element of the list.</summary>
internal static class VserverDataSchema
{
    /// <summary>What the resource's table says of them holds for the data sources as well.</summary>
    private static readonly string[] Shared =
    [
        "status", "created_at", "location_name", "country", "ipv4_address", "ipv4_gateway", "ipv4_prefix", "ipv6_address", "ipv6_gateway", "ipv6_prefix",
        "additional_ip_addresses", "backup_limit", "snapshot_limit", "traffic_included_gb", "bandwidth_mbit", "monthly_price", "hourly_price",
    ];

    public static Schema<VserverDataModel> Single { get; } = new("One vserver of the account, by id or by name.", new ObjectTable<VserverDataModel>(
    [
        Attr.Text("id", m => ref m.Facts.Id).Optional().Computed().Validate(Ids.FindProblem)
            .Describe("The product's uuid. Exactly one of `id` and `name` is given."),
        Attr.Text("name", m => ref m.Facts.Name).Optional().Computed().Validate(Validators.NotEmpty())
            .Describe("The server's name; it must be the only one of that name."),
        Attr.Text("power_state", m => ref m.PowerState).Computed().Describe("`online`, `offline` or `installing`, now."),
        .. Common(),
    ]));

    public static ObjectTable<VserverDataModel> Element { get; } = new(
    [
        Attr.Text("id", m => ref m.Facts.Id).Computed().Describe("The product's uuid."),
        Attr.Text("name", m => ref m.Facts.Name).Computed().Describe("The server's name."),
        .. Common(),
    ]);

    private static Attr[] Common() =>
    [
        Attr.Integer("cores", m => ref m.Facts.Cores).Computed().Describe("CPU cores."),
        Attr.Decimal("ram", m => ref m.Facts.Ram).Computed().Describe("RAM in GB."),
        Attr.Integer("disk", m => ref m.Facts.Disk).Computed().Describe("Disk in GB."),
        Attr.Text("image", m => ref m.Facts.Image).Computed().Describe("Name of the operating system's image."),
        Attr.Text("location", m => ref m.Facts.Location).Computed().Describe("The location's uuid."),
        Attr.Decimal("traffic_used", m => ref m.TrafficUsed).Computed()
            .From((Vserver v) => v.Traffic is { } traffic ? traffic.Ingoing + traffic.Outgoing : null)
            .Describe("Traffic since the last reset, both directions, in the API's own unit, which it does not state."),
        Attr.Decimal("hours_billed", m => ref m.HoursBilled).Computed().From((Vserver v) => v.Payment?.Hourly?.Hours)
            .Describe("Hours billed this month; null for monthly products."),
        .. Shared.Select(name => VserverSchema.Schema.Table[name].Within((VserverDataModel m) => m.Facts)),
    ];
}
