using CoreHarness;
using Dashserv.Provider.Tests.BackupRestores;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.ScheduledTasks;
using Dashserv.Provider.Tests.VserverPasswords;
using Dashserv.Provider.Tests.Vservers;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>Samples of every resource, and what each computes. A new resource, or a new computed attribute, belongs here.</summary>
internal static class ComputedSamples
{
    private const string Ordered = """
        id order_id status monthly_price hourly_price location deletion_protection on_destroy on_drift on_create_timeout
        quote quote.monthly_net quote.monthly_gross quote.hourly_gross quote.setup_gross quote.due_today_gross quote.currency
        """;

    private const string Server = $"""
        {Ordered} created_at disk_wiped_at location_name country on_os_change shutdown_timeout force_stop shutdown_before_destroy
        """;

    private static readonly Dictionary<string, string> NotWiped = new() { ["disk_wiped_at"] = "nothing that was there was wiped" };

    private static readonly Dictionary<string, string> NoOrder = new()
    {
        ["order_id"] = "the API does not tell a product's order",
        ["quote"] = "nothing was ordered",
    };

    /// <summary>Every computed attribute of each resource, with those of nested objects.</summary>
    public static IReadOnlyDictionary<string, string> Computed { get; } = new Dictionary<string, string>
    {
        [TestVserver.Type] = $"""
            {Server} product name cores ram disk image
            ipv4_address ipv4_gateway ipv4_prefix ipv6_address ipv6_gateway ipv6_prefix additional_ip_addresses
            backup_limit snapshot_limit traffic_included_gb bandwidth_mbit
            """,
        [TestDedicatedServer.Type] = $"""
            {Server} hostname template name bandwidth_mbit ipv4_addresses primary_ipv4_address mac_address os
            cpu cpu.name cpu.amount cpu.cores cpu.threads cpu.base_ghz cpu.turbo_ghz
            ram ram.amount_gb ram.type ram.module
            disks disks.name disks.type disks.capacity_gb
            """,
        [TestProduct.Type] = $"{Ordered} name attributes_json",
        [TestBackups.Type] = "id on_limit status size_bytes created_at finished_at",
        [TestBackupRestores.Type] = "id restored_at",
        [TestScheduledTasks.Type] = "id status created_at",
        [TestVserverPassword.Type] = "id encrypted_password password",
    };

    public static IReadOnlyList<ComputedSample> All { get; } =
    [
        new("freely chosen", TestVserver.Type, _ => TestVserver.Config) { Null = NotWiped, ImportId = IdOf, NullAfterImport = NoOrder },
        new("of a package, in a place and with a name of the API's choice", TestVserver.Type, _ => TestVserver.Packaged.Without("name"))
            { Null = NotWiped, ImportId = IdOf, NullAfterImport = NoOrder },
        new("installed", TestDedicatedServer.Type, _ => TestDedicatedServer.Config)
        {
            Null = NotWiped,
            ImportId = IdOf,
            NullAfterImport = new Dictionary<string, string>(NoOrder) { ["hostname"] = "the API does not tell it" },
        },
        new("webhosting", TestProduct.Type, _ => TestProduct.Config) { ImportId = r => $"webhosting/{r["id"]}", NullAfterImport = NoOrder },
        new("made", TestBackups.Type, world => TestBackups.Config(world.SeedVserver())) { ImportId = OwnedIdOf },
        new("restored", TestBackupRestores.Type,
            world => world.SeedRestorable() is var (vserver, backup) ? TestBackupRestores.Config(vserver, backup) : Config.Empty)
            { ImportId = IdOf, NullAfterImport = new Dictionary<string, string> { ["restored_at"] = "only a restore tells it" } },
        new("daily", TestScheduledTasks.Type, world => TestScheduledTasks.Config(world.SeedVserver())) { ImportId = OwnedIdOf },
        new("in clear", TestVserverPassword.Type, world => world.SeedServer())
        {
            Null = new Dictionary<string, string> { ["encrypted_password"] = "there is no public_key" },
            ImportId = IdOf,
            NullAfterImport = new Dictionary<string, string> { ["password"] = "only a reset tells it" },
        },
        new("encrypted", TestVserverPassword.Type, world => world.SeedServer().With("public_key", TestVserverPassword.PublicPem))
        {
            Null = new Dictionary<string, string> { ["password"] = "there is a public_key" },
        },
    ];

    private static string IdOf(ResourceInstance resource) => (string)resource["id"]!;

    private static string OwnedIdOf(ResourceInstance resource) => $"{resource["vserver_id"]}/{resource["id"]}";
}
