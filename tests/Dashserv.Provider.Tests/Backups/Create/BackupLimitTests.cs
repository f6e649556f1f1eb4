using CoreHarness;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups.Create;

/// <summary>At its limit a vserver silently loses its oldest backup for each new one: nobody's backup may go unasked, or unsaid.</summary>
public sealed class BackupLimitTests
{
    [Fact]
    public async Task Plan_AtTheLimit_IsRefusedAndNamesTheOldest()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        var oldest = world.Simulator.World.AddBackup(vserver, "first");
        world.Simulator.World.AddBackup(vserver, "second");
        RequireRefusal(
            (await world.Resource(TestBackups.Type).PlanAsync(TestBackups.Config(vserver))).Diagnostics, "first", oldest, "keeps 2 backups and has 2");
        Assert.Equal(0, world.BackupsAsked());
    }

    [Fact]
    public async Task Apply_LimitReachedSinceThePlan_IsRefusedAndNamesTheOldest()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var backup = world.Resource(TestBackups.Type);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver));
        var oldest = world.Simulator.World.AddBackup(vserver, "by hand");
        RequireRefusal(await backup.ApplyAsync(plan), "by hand", oldest, "keeps 1 backup and has 1");
        Assert.False(backup.Exists);
        Assert.Equal(0, world.BackupsAsked());
        Assert.Equal(["by hand"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Apply_LimitReachedWhileLocked_LooksAgainAndIsRefused()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var vserver = world.SeedVserver(limit: 1);

        // Between the look and the request, a scheduled backup has begun: it is refused because of the lock, and then there is no room.
        world.Simulator.Faults.Add(
            new FaultRule { Method = "POST", Path = "*/backup", Status = 412, Text = """{"success":false,"data":"Der vServer ist aktuell gesperrt (backup)."}""" },
            new FaultRule { Method = "GET", Path = "*/status", Skip = 1, Status = 200, Text = """{"success":true,"data":{"status":"online","locked":"backup"}}""" },
            new FaultRule { Method = "GET", Path = "*/backup", Skip = 2, Status = 200, Text = """{"success":true,"data":[{"uuid":"aaaaa","status":"OKAY","name":"scheduled","unix":{"created":1647510000,"finished":1647510060}}]}""" });
        RequireRefusal(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver)), "scheduled", "aaaaa", "keeps 1 backup");
        Assert.Equal(1, world.BackupsAsked());
    }

    [Fact]
    public async Task Plan_ChecksOff_AsksNothingAndTheApplyRefuses()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var vserver = world.SeedVserver(limit: 1);
        var oldest = world.Simulator.World.AddBackup(vserver, "first");
        var backup = world.Resource(TestBackups.Type);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver));
        Assert.Empty(plan.Diagnostics);
        Assert.Equal(0, world.Simulator.Journal.Count());
        RequireRefusal(await backup.ApplyAsync(plan), "first", oldest, "keeps 1 backup");
    }

    [Theory]
    [InlineData("vserver_id")]
    [InlineData("on_limit")]
    public async Task Plan_ArgumentNotKnownYet_IsLeftToTheApply(string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        world.Simulator.World.AddBackup(vserver, "first");
        var config = TestBackups.Config(vserver);
        var backup = world.Resource(TestBackups.Type);
        var plan = await backup.PlanAsync(config.With(attribute, Config.Unknown));
        Assert.Empty(plan.Diagnostics);
        Assert.Equal("on_limit", ProviderWorld.TheError(await backup.ApplyAsync(plan, config)).Path.ToString());
    }

    [Fact]
    public async Task Create_EvictOldest_WarnsInThePlanAndWorks()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var oldest = world.Simulator.World.AddBackup(vserver, "first");
        var backup = world.Resource(TestBackups.Type);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver).With("on_limit", "evict_oldest"));
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "on_limit"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains($"\"first\" ({oldest}, created 2", warning.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await backup.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(["nightly"], world.BackupsOf(vserver));
        Assert.Equal(ChangeAction.NoOp, (await backup.PlanAsync(TestBackups.Config(vserver).With("on_limit", "evict_oldest"))).Action);
    }

    [Fact]
    public async Task Plan_EvictedByASibling_SaysWhyItIsGoneAndThatItIsMadeAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var evicted = await world.CreateBackupAsync(vserver, "first");
        var id = evicted["id"];
        await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver, "second").With("on_limit", "evict_oldest"));
        Assert.Equal(["second"], world.BackupsOf(vserver));
        var plan = await evicted.PlanAsync(TestBackups.Config(vserver, "first").With("on_limit", "evict_oldest"));
        Assert.Equal(ChangeAction.Create, plan.Action);
        var gone = Assert.Single(plan.Diagnostics, d => d.Summary == "A backup is gone");
        Assert.Contains($"\"first\" ({id})", gone.Detail, StringComparison.Ordinal);
        Assert.Contains("keeps 1 backup", gone.Detail, StringComparison.Ordinal);
        Assert.Contains("\"second\"", gone.Detail, StringComparison.Ordinal);
        Assert.Contains("evicted it", gone.Detail, StringComparison.Ordinal);
        Assert.Contains("makes a new one", gone.Detail, StringComparison.Ordinal);
        Assert.Contains("take one out of the configuration", gone.Detail, StringComparison.Ordinal);
        Assert.Contains(plan.Diagnostics, d => d.Summary == "The oldest backup will be deleted");
    }

    [Fact]
    public async Task Replace_AtTheLimit_MakesRoomForItself()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var backup = await world.CreateBackupAsync(vserver, "first");
        var plan = await backup.PlanAsync(TestBackups.Config(vserver, "second"));
        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.Equal(["second"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Replace_TaintedAtTheLimit_MakesRoomForItself()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var backup = await world.CreateBackupAsync(vserver);
        backup.State = backup.State! with { Tainted = true };
        var plan = await backup.PlanAsync(TestBackups.Config(vserver));
        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Equal(Severity.Warning, Assert.Single(plan.Diagnostics, d => d.Summary == "The backup may be refused").Severity);
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.Equal(["nightly"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Plan_AtTheLimitWithOneOfThatName_WarnsAndTheApplyRefuses()
    {
        // It may be a tainted one, which goes first; whether it is, only the apply knows.
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var oldest = world.Simulator.World.AddBackup(vserver, "nightly");
        var backup = world.Resource(TestBackups.Type);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver));
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "The backup may be refused", "on_limit"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.Contains($"\"nightly\" ({oldest}, created 2", warning.Detail, StringComparison.Ordinal);
        RequireRefusal(await backup.ApplyAsync(plan), "nightly", oldest, "keeps 1 backup and has 1");
        Assert.Equal(0, world.BackupsAsked());
    }

    [Fact]
    public async Task Replace_WithSomebodyElsesAtTheLimit_IsStillRefusedInThePlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        var backup = await world.CreateBackupAsync(vserver);
        var oldest = world.Simulator.World.AddBackup(vserver, "by hand");
        world.Simulator.World.Change(vserver, new ProductChange { BackupLimit = 1 });
        RequireRefusal((await backup.PlanAsync(TestBackups.Config(vserver, "second"))).Diagnostics, "by hand", oldest, "keeps 1 backup and has 1");
    }

    [Fact]
    public async Task Plan_NoSuchVserver_IsAnErrorOnTheVserver()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Resource(TestBackups.Type).PlanAsync(TestBackups.Config("lLPgX"))).Diagnostics);
        Assert.Equal(("No such vserver", "vserver_id"), (error.Summary, error.Path.ToString()));
        Assert.Contains("lLPgX", error.Detail, StringComparison.Ordinal);
    }

    private static void RequireRefusal(IEnumerable<Diagnostic> diagnostics, string name, string id, string counted)
    {
        var error = ProviderWorld.TheError(diagnostics);
        Assert.Equal(("The backup would delete another", "on_limit"), (error.Summary, error.Path.ToString()));
        Assert.Contains($"\"{name}\" ({id}, created 2", error.Detail, StringComparison.Ordinal);
        Assert.Contains(counted, error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was done", error.Detail, StringComparison.Ordinal);
        Assert.Contains("on_limit = \"evict_oldest\"", error.Detail, StringComparison.Ordinal);
    }
}
