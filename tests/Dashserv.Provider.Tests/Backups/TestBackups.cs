using CoreHarness;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.Backups;

/// <summary>A vserver to make backups of, and the backups most tests begin with.</summary>
internal static class TestBackups
{
    public const string Type = "dashserv_backup";

    public static Config Config(string vserver, string name = "nightly") => CoreHarness.Config.Of(("vserver_id", vserver), ("name", name));

    /// <summary>A vserver that keeps so many backups.</summary>
    public static string SeedVserver(this ProviderWorld world, int limit = 3)
    {
        var id = Assert.Single(world.Simulator.World.SeedVservers(1));
        world.Simulator.World.Change(id, new ProductChange { BackupLimit = limit });
        return id;
    }

    public static Task<ResourceInstance> CreateBackupAsync(this ProviderWorld world, string vserver, string name = "nightly") =>
        world.CreateAsync(Type, Config(vserver, name));

    /// <summary>The names of a vserver's backups, oldest first.</summary>
    public static IReadOnlyList<string> BackupsOf(this ProviderWorld world, string vserver) =>
        Assert.Single(world.Simulator.World.State().Products, p => p.Uuid == vserver).Backups;

    /// <summary>Their ids, as the account has them.</summary>
    public static IReadOnlyList<string> BackupIdsOf(this ProviderWorld world, string vserver) =>
        Assert.Single(world.Simulator.World.State().Products, p => p.Uuid == vserver).BackupUuids;

    public static int BackupsAsked(this ProviderWorld world) => world.Simulator.Journal.Count("/v1/product/vserver/*/backup", "POST");
}
