using Dashserv.Simulator.Control;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A backup is put back once for each time it is asked for, and never besides.</summary>
public sealed class BackupRestoreTests : AcceptanceTest
{
    private const string Rollback = "dashserv_backup_restore.rollback";

    [Theory, MemberData(nameof(Clis))]
    public async Task Restore_AskedForAgain_RestoresAgain(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        var first = scenario.World.AddBackup(server, "debian");
        scenario.World.Change(server, new ProductChange { Image = "centos8" });
        var second = scenario.World.AddBackup(server, "centos");
        await scenario.Write(RestoreOf(server, first)).ApplyAsync();
        Assert.Equal(("debian10", $"{server}/{first}"), (scenario.Server.Image, scenario.Attribute("id", "rollback")));
        await scenario.NothingToDoAsync();

        // Triggers that were not there before, and time limits, are taken over; a changed trigger, or another backup, restores.
        await scenario.AdoptsAsync(RestoreOf(server, first, "triggers = { on = \"monday\" }\n  timeouts = { update = \"1h\" }"), Rollback, "update");
        scenario.World.Change(server, new ProductChange { Image = "fedora32" });
        await scenario.NothingToDoAsync();
        (await scenario.Write(RestoreOf(server, first, "triggers = { on = \"tuesday\" }")).PlanAsync())
            .Plans(Rollback, "update").Run.Saying("Warning: This overwrites the disk", first, server);
        await scenario.ApplyPlanAsync();
        Assert.Equal("debian10", scenario.Server.Image);
        (await scenario.Write(RestoreOf(server, second, "triggers = { on = \"tuesday\" }")).PlanAsync())
            .Plans(Rollback, "update").Run.Saying("This overwrites the disk", second);
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("centos8", scenario.Server.Image);

        // Backups that are gone do not matter to a restore that was; to destroy it does nothing.
        scenario.World.RemoveBackup(server, second);
        await scenario.NothingToDoAsync();
        scenario.Simulator.Journal.Clear();
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded();
        Assert.Empty(scenario.Writes);
        Assert.Equal(["debian"], scenario.Server.Backups);
        Assert.Equal("centos8", scenario.Server.Image);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Restore_OntoAnotherServer_IsMadeThereAlone(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var (server, other) = (scenario.Seed(), scenario.Seed(new VserverSeed { NamePrefix = "other" }));
        var (first, second) = (scenario.World.AddBackup(server, "first"), scenario.World.AddBackup(other, "second"));
        await scenario.Write(RestoreOf(server, first, "triggers = { on = \"monday\" }")).ApplyAsync();
        scenario.World.Change(server, new ProductChange { Image = "centos8" });
        scenario.World.Change(other, new ProductChange { Image = "fedora32" });
        await scenario.AdoptsAsync(RestoreOf(server, first), Rollback, "update");

        (await scenario.Write(RestoreOf(other, first)).RunAsync("plan"))
            .Failed("No such backup", $"The vserver {other} has no backup {first}", $"\"second\" ({second}");
        (await scenario.Write(RestoreOf(other, second)).PlanAsync())
            .Plans(Rollback, "update").Run.Saying("Warning: This overwrites the disk", second, $"onto the vserver {other}");
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyPlanAsync();
        Assert.Equal([$"PUT /v1/product/vserver/{other}/backup/{second}"], scenario.Writes);
        Assert.Equal([(server, "centos8"), (other, "debian10")], scenario.World.State().Products.Select(p => (p.Uuid, p.Image)));
        Assert.Equal($"{other}/{second}", scenario.Attribute("id", "rollback"));
        await scenario.NothingToDoAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Restore_OfANewBackup_IsMadeAfterItAndPlannedAnewWithTheServer(string cli)
    {
        await using var scenario = await Scenario.StartAsync(
            cli, Vserver() + Block("dashserv_backup.b", $"  vserver_id = {Web}.id\n  name = \"b\"") + Restore($"{Web}.id", "dashserv_backup.b.id"));
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        scenario.World.Delete(scenario.Server.Uuid);
        (await scenario.PlanAsync()).Plans(Web, "create").Plans("dashserv_backup.b", "create")
            .Plans(Rollback, "create").Run.Saying("This overwrites the disk", "onto a vserver that this apply makes");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Restore_Imported_RestoresNothing(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        var backup = scenario.World.AddBackup(server, "debian");
        scenario.World.Change(server, new ProductChange { Image = "centos8" });
        scenario.Write(RestoreOf(server, backup));
        (await scenario.RunAsync("import", Rollback, server)).Failed("the uuid of the vserver, a slash, and the uuid of the backup");
        (await scenario.RunAsync("import", Rollback, $"{server}/{backup}")).Succeeded();
        await scenario.NothingToDoAsync();
        await scenario.AdoptsAsync(RestoreOf(server, backup, "triggers = { on = \"monday\" }"), Rollback, "update");
        Assert.Equal("centos8", scenario.Server.Image);

        // What is not there is refused before anything is overwritten.
        (await scenario.Write(RestoreOf(server, "nOsUc")).RunAsync("plan")).Failed("No such backup", "nOsUc", "Nothing was restored", $"\"debian\" ({backup}");
    }

    private static string Restore(string server, string backup, string more = "") =>
        Block(Rollback, $"  vserver_id = {server}\n  backup_id = {backup}\n  {more}");

    private static string RestoreOf(string server, string backup, string more = "") => Provider + Restore($"\"{server}\"", $"\"{backup}\"", more);
}
