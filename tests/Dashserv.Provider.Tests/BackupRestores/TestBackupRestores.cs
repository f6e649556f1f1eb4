using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.BackupRestores;

/// <summary>A vserver whose backup is of another image than what it runs now: a restore shows.</summary>
internal static class TestBackupRestores
{
    public const string Type = "dashserv_backup_restore";

    public static Config Config(string vserver, string backup) => CoreHarness.Config.Of(("vserver_id", vserver), ("backup_id", backup));

    public static (string Vserver, string Backup) SeedRestorable(this ProviderWorld world)
    {
        var vserver = world.SeedVserver();
        var backup = world.Simulator.World.AddBackup(vserver, "before");
        world.Write(vserver);
        return (vserver, backup);
    }

    /// <summary>Changes what is on the disk since the backup.</summary>
    public static void Write(this ProviderWorld world, string vserver) => world.Simulator.World.Change(vserver, new ProductChange { Image = "debian11" });

    public static bool IsRestored(this ProviderWorld world, string vserver) =>
        Assert.Single(world.Simulator.World.State().Products, p => p.Uuid == vserver).Image == "debian10";

    public static int RestoresAsked(this ProviderWorld world) => world.Simulator.Journal.Count("/v1/product/vserver/*/backup/*", "PUT");
}
