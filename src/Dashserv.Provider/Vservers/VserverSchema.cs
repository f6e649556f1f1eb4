using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The table of <c>dashserv_vserver</c>. Which changes replace it depends on more than one attribute: see <see cref="VserverPlan"/>.</summary>
internal static class VserverSchema
{
    public static Schema<VserverModel> Schema { get; } = new("A virtual server.", new ObjectTable<VserverModel>(
        Attr.Text("product", m => m.Product, (m, v) => m.Product = v).Default(VserverModel.Configurable)
            .Validate(Rules.OneOf(VserverModel.Configurable, VserverModel.Packaged))
            .Describe("`vserver:configure` (cores, RAM and disk are chosen freely; the default) or `vserver` (sold in packages). A change replaces the server."),
        Attr.Text("package", m => m.Package, (m, v) => m.Package = v).Optional().Validate(Rules.NotEmpty())
            .Describe("Name of the package; only, and always, with product `vserver`. A change replaces the server."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Optional().Computed().Stable().Validate(Rules.NotEmpty())
            .Describe("Name of the server. Where it is left out, one is made up. A change replaces the server, as the API cannot rename."),
        Attr.Text("location", m => m.Location, (m, v) => m.Location = v).Optional().Computed().Stable().Validate(Rules.NotEmpty())
            .Describe("Where the server runs: uuid, display name, or country code where it is the only one there. Needed if there is more than one location. A change replaces the server."),
        Attr.Text("period", m => m.Period, (m, v) => m.Period = v).Optional().Validate(Rules.NotEmpty())
            .Describe("Billing period: uuid or display name; the order form's default where it is left out. Resellers are billed by the hour all the same. No effect after the create."),
        Attr.Integer("cores", m => m.Cores, (m, v) => m.Cores = v).Optional().Computed().Stable().Validate(Rules.AtLeast(1))
            .Describe("CPU cores; needed with `vserver:configure`. Changed in place; the server restarts."),
        Attr.Decimal("ram", m => m.Ram, (m, v) => m.Ram = v).Optional().Computed().Stable().Validate(Rules.Positive())
            .Describe("RAM in GB; needed with `vserver:configure`. Changed in place; the server restarts."),
        Attr.Integer("disk", m => m.Disk, (m, v) => m.Disk = v).Optional().Computed().Stable().Validate(Rules.AtLeast(1))
            .Describe("Disk in GB; needed with `vserver:configure`. Grows in place; the server restarts. It cannot shrink."),
        Attr.Text("image", m => m.Image, (m, v) => m.Image = v).Optional().Computed().Stable().Validate(Rules.NotEmpty()).SameWhen(LooseText.Same)
            .Describe("Operating system: an image's name, such as `debian11`, or its display name. See the data source `dashserv_vserver_images`. What a change does is `on_os_change`."),
        Attr.Text("on_os_change", m => m.OnOsChange, (m, v) => m.OnOsChange = v).Default("replace").Validate(Rules.OneOf("replace", "reinstall", "error"))
            .Describe("What a change of `image` does: `replace` the server (default), `reinstall` it in place (same address; wipes the disk), or fail the plan with an `error`."),
        Attr.Of("reinstall_triggers", Codecs.Map(Codecs.Text), m => m.ReinstallTriggers, (m, v) => m.ReinstallTriggers = v).Optional()
            .Describe("Any values; a change of them reinstalls the server in place, which wipes the disk. Adding or removing the argument as a whole does not."),
        Attr.Of("options", Codecs.Map(Codecs.Text), m => m.Options, (m, v) => m.Options = v).Optional()
            .Describe("Further options of the order form, by the form's own names. See the data source `dashserv_order_form`. A change replaces the server."),
        Attr.Text("power_state", m => m.PowerState, (m, v) => m.PowerState = v).Optional().Validate(Rules.OneOf("online", "offline"))
            .Describe("`online` or `offline`: kept so. Left out, the power state is neither read nor changed."),
        Attr.Text("shutdown_timeout", m => m.ShutdownTimeout, (m, v) => m.ShutdownTimeout = v).Default("2m").Validate(Rules.Duration())
            .Describe("How long an ACPI shutdown may take."),
        Attr.Bool("force_stop", m => m.ForceStop, (m, v) => m.ForceStop = v).Default(false)
            .Describe("Whether to pull the plug on a server that does not shut down in time. What it has not written to disk is lost."),
        Attr.Bool("shutdown_before_destroy", m => m.ShutdownBeforeDestroy, (m, v) => m.ShutdownBeforeDestroy = v).Default(false)
            .Describe("Whether to shut the server down before it is terminated."),
        Attr.Bool("deletion_protection", m => m.DeletionProtection, (m, v) => m.DeletionProtection = v).Default(false)
            .Describe("While true, a plan that destroys or replaces the server fails. Set it to false and apply first."),
        Attr.Text("on_destroy", m => m.OnDestroy, (m, v) => m.OnDestroy = v).Default("terminate").Validate(Rules.OneOf("terminate", "abandon"))
            .Describe("`terminate` (default), or `abandon`: leave the server running, and paid for, and only drop it from the state."),
        Attr.Decimal("max_monthly_price", m => m.MaxMonthlyPrice, (m, v) => m.MaxMonthlyPrice = v).Optional().Validate(Rules.Positive())
            .Describe("EUR per month including tax. A plan whose quote is higher fails."),
        Attr.Text("on_create_timeout", m => m.OnCreateTimeout, (m, v) => m.OnCreateTimeout = v).Default("resume").Validate(Rules.OneOf("resume", "fail"))
            .Describe("When the server is not delivered in time: `resume` (default; a warning, and the next apply goes on waiting for the same order) or `fail` (the next apply replaces it)."),
        Attr.Single("timeouts", TimeoutsModel.Table, m => m.Timeouts, (m, v) => m.Timeouts = v).Optional()
            .Describe("How long each operation may take: create 30m, read 2m, update 30m, delete 15m unless said otherwise."),
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Stable().Describe("The product's uuid; null while the order is not delivered."),
        Attr.Text("order_id", m => m.OrderId, (m, v) => m.OrderId = v).Computed().Stable().Describe("The order's uuid; null after an import."),
        Attr.Text("status", m => m.Status, (m, v) => m.Status = v).Computed().Stable()
            .Describe("The API's word in lower case: `okay`, `installing`, `wait_for_host` (hardware is awaited), `locked`…"),
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
        Attr.Decimal("monthly_price", m => m.MonthlyPrice, (m, v) => m.MonthlyPrice = v).Computed().Stable().Describe("EUR per month including tax, as billed."),
        Attr.Decimal("hourly_price", m => m.HourlyPrice, (m, v) => m.HourlyPrice = v).Computed().Stable().Describe("EUR per hour including tax, as billed."),
        Attr.Single("quote", QuoteModel.Table, m => m.Quote, (m, v) => m.Quote = v).Computed().Stable()
            .Describe("What the last order or resize costs, known in its plan; null after an import.")));
}
