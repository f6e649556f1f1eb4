using Dashserv.Simulator.Control;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Backups: made, kept, and never lost without a word.</summary>
public sealed class BackupTests : AcceptanceTest
{
    private const string Nightly = "dashserv_backup.nightly";

    [Theory, MemberData(nameof(Clis))]
    public async Task Backup_OfANewServer_LivesAndDiesWithIt(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver() + Backup($"{Web}.id"));
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(["before"], scenario.Server.Backups);
        Assert.Equal(("okay", "4294967280"), (scenario.Attribute("status", "nightly"), scenario.Attribute("size_bytes", "nightly")));

        // What concerns the provider alone changes in place, and a new name makes a new backup.
        await scenario.AdoptsAsync(Vserver() + Backup($"{Web}.id", more: "on_limit = \"evict_oldest\"\n  timeouts = { create = \"10m\" }"), Nightly, "update");
        (await scenario.Write(Vserver() + Backup($"{Web}.id", "after")).PlanAsync()).Plans(Nightly, "delete,create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(["after"], scenario.Server.Backups);

        // The server gone, so is the backup, and both are made anew.
        scenario.World.Delete(scenario.Server.Uuid);
        (await scenario.PlanAsync()).Plans(Web, "create").Plans(Nightly, "create").Run.Saying("Its vserver is gone, and took its backups with it");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Backup_ChangedBehindTerraformsBack_IsFoundSo(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        await scenario.Write(Provider + Backup($"\"{server}\"")).ApplyAsync();
        var id = scenario.Attribute("id", "nightly")!;

        // What nobody asked for is shown, and what the configuration says otherwise is put right.
        scenario.World.ChangeBackup(server, id, new BackupChange { Status = "ARCHIVED", Size = 7 });
        (await scenario.PlanAsync("-refresh-only")).Finds(Nightly, "size_bytes = 7", "status = archived").Run.Saying("archived");
        await scenario.TamperAsync(
            $"product/vserver/{server}/backup", ("0.unix.created", 1600000000), ("0.unix.finished", 1600000060), ("0.size", 8), ("0.status", "MOVED"));
        (await scenario.PlanAsync())
            .Finds(Nightly, "created_at = 2020-09-13T12:26:40Z", "finished_at = 2020-09-13T12:27:40Z", "size_bytes = 8", "status = moved")
            .Plans(Nightly, "no-op");
        await scenario.ApplyAsync("-refresh-only");
        (await scenario.PlanAsync()).Finds(Nightly).Plans(Nightly, "no-op");
        scenario.Simulator.Faults.Clear();
        await scenario.ApplyAsync("-refresh-only");

        scenario.World.ChangeBackup(server, id, new BackupChange { Name = "renamed" });
        (await scenario.PlanAsync()).Finds(Nightly, "name = renamed").Plans(Nightly, "delete,create").Run.Saying("renamed", "forces replacement");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(["before"], scenario.Server.Backups);

        scenario.World.RemoveBackup(server, scenario.Attribute("id", "nightly")!);
        (await scenario.PlanAsync()).Plans(Nightly, "create").Run.Saying("Warning: A backup is gone", "deleted outside of Terraform");
        await scenario.ApplyPlanAsync();
        Assert.Equal(["before"], scenario.Server.Backups);

        // Another server has none of its backups.
        var other = scenario.Seed(new VserverSeed { NamePrefix = "other" });
        (await scenario.Write(Provider + Backup($"\"{other}\"")).PlanAsync()).Plans(Nightly, "delete,create");
        await scenario.ApplyPlanAsync();
        scenario.World.Delete(server);
        Assert.Equal(["before"], scenario.Server.Backups);
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded();
        Assert.Empty(scenario.Server.Backups);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Backup_MadeInThePanel_IsImportedWithoutAChange(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        var id = scenario.World.AddBackup(server, "before");
        scenario.Write(Provider + Backup($"\"{server}\""));
        (await scenario.RunAsync("import", Nightly, id)).Failed("the uuid of the vserver, a slash, and the uuid of the backup");
        (await scenario.RunAsync("import", Nightly, $"{server}/nOsUc")).Failed("Cannot import non-existent remote object", "nOsUc");
        (await scenario.RunAsync("import", Nightly, $"{server}/{id}")).Succeeded();
        await scenario.NothingToDoAsync();
        Assert.Equal(
            (id, "before", "error"), (scenario.Attribute("id", "nightly"), scenario.Attribute("name", "nightly"), scenario.Attribute("on_limit", "nightly")));
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded();
        Assert.Empty(scenario.Server.Backups);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Backups_AtTheServersLimit_DoNotEvictEachOtherUnasked(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        scenario.World.Change(server, new ProductChange { BackupLimit = 2 });
        await scenario.Write(Provider + Backup($"\"{server}\"", more: "count = 2")).ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(2, scenario.Attributes("id", "nightly").Distinct().Count());
        Assert.Equal(["before", "before"], scenario.Server.Backups);

        // The third is refused in the plan, and where plans are not checked, in the apply.
        scenario.Write(Provider + Backup($"\"{server}\"", more: "count = 2") + Third(server, ""));
        var told =
            Oldest(scenario,
                (await scenario.RunAsync("plan"))
                    .Failed("The backup would delete another", "on_limit", "keeps 2 backups and has 2", "the oldest, \"before\" (", "Nothing was done"));
        scenario.Workspace.Environment["DASHSERV_PLAN_CHECKS"] = "false";
        var refused = await scenario.TryApplyAsync();
        var oldest = Oldest(scenario, refused.Failed("The backup would delete another", "the oldest, \"before\" (", "on_limit = \"evict_oldest\""));
        Assert.Equal(told, oldest);
        Assert.Equal(["before", "before"], scenario.Server.Backups);
        scenario.Workspace.Environment["DASHSERV_PLAN_CHECKS"] = null;

        // Allowed to evict, it says whom; the plan after says what became of that one, and does not let it evict in turn.
        scenario.Write(Provider + Backup($"\"{server}\"", more: "count = 2") + Third(server, "on_limit = \"evict_oldest\""));
        (await scenario.ApplyAsync()).Saying("Warning: The oldest backup will be deleted", oldest);
        Assert.Equal(["before", "third"], scenario.Server.Backups);
        (await scenario.PlanAsync()).Run.Saying(
            "Warning: A backup is gone", $"({oldest})", "most likely the API evicted it", "\"third\"", "take one out of the configuration",
            "Warning: The backup may be refused");
        (await scenario.TryApplyAsync()).Failed("The backup would delete another", "Nothing was done");
        Assert.Equal(["before", "third"], scenario.Server.Backups);
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded();
        Assert.Empty(scenario.Server.Backups);
        Assert.Equal("[]", scenario.StateOfResources());
    }

    private static string Backup(string vserver, string name = "before", string more = "") =>
        Block(Nightly, $"  vserver_id = {vserver}\n  name = \"{name}\"\n  {more}");

    private static string Third(string vserver, string more) => Block("dashserv_backup.third", $"  vserver_id = \"{vserver}\"\n  name = \"third\"\n  {more}");

    /// <summary>The id that a refusal names, which is one of the two that are there.</summary>
    private static string Oldest(Scenario scenario, CliResult refusal) =>
        Assert.Single(scenario.Attributes("id", "nightly"), id => refusal.Words.Contains($"({id},", StringComparison.Ordinal))!;
}
