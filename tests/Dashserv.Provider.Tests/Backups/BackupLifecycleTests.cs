using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Http;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups;

public sealed class BackupLifecycleTests
{
    [Fact]
    public async Task Lifecycle_WholeCycle_EndsWithNothingLeft()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var config = TestBackups.Config(vserver);
        var updated = config.With("on_limit", "evict_oldest").With("timeouts", Config.Of(("create", "1h")));
        var steps = await world.Core.CheckLifecycleAsync(
            TestBackups.Type, config, updated, b => $"{vserver}/{b["id"]}", new Adoption(config, () => world.Writes().Count));
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
        Assert.Empty(world.BackupsOf(vserver));
        Assert.Equal(["backup", "DELETE"], world.Writes());
    }

    [Fact]
    public async Task Lifecycle_ReplacingChange_MakesAnotherAndImportsAsItIs()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var steps = await world.Core.CheckLifecycleAsync(
            TestBackups.Type, TestBackups.Config(vserver), TestBackups.Config(vserver, "weekly"), b => $"{vserver}/{b["id"]}");
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
        Assert.Empty(world.BackupsOf(vserver));
        Assert.Equal(["backup", "DELETE", "backup", "DELETE"], world.Writes());
    }

    [Fact]
    public async Task Create_Finished_KnowsAllOfIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var backup = await world.CreateBackupAsync(world.SeedVserver());
        Assert.Equal(("nightly", "okay", "error"), (backup["name"], backup["status"], backup["on_limit"]));
        Assert.NotNull(backup["id"]);
        Assert.NotNull(backup["finished_at"]);
        Assert.True(Convert.ToDecimal(backup["size_bytes"], null) > 0);
    }

    [Fact]
    public async Task Plan_OtherName_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver, "weekly"));
        Assert.Equal((ChangeAction.Replace, "name"), (plan.Action, Assert.Single(plan.RequiresReplace)));
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.Equal(["weekly"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Plan_OtherVserver_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (from, to) = (world.SeedVserver(), world.SeedVserver());
        var backup = await world.CreateBackupAsync(from);
        var plan = await backup.PlanAsync(TestBackups.Config(to));
        Assert.Equal((ChangeAction.Replace, "vserver_id"), (plan.Action, Assert.Single(plan.RequiresReplace)));
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.Empty(world.BackupsOf(from));
        Assert.Equal(["nightly"], world.BackupsOf(to));
    }

    [Theory]
    [InlineData("on_limit", "evict_oldest")]
    [InlineData("timeouts", null)]
    public async Task Plan_WhatTheApiDoesNotKnow_ChangesInPlaceWithoutACall(string attribute, string? value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestBackups.Config(world.SeedVserver());
        var backup = await world.CreateAsync(TestBackups.Type, config.With("timeouts", Config.Of(("create", "1h"))));
        var (id, asked) = (backup["id"], world.BackupsAsked());
        var plan = await backup.PlanAsync(config.With("timeouts", Config.Of(("create", "1h"))).With(attribute, value));
        Assert.Equal((ChangeAction.Update, attribute), (plan.Action, Assert.Single(plan.Changes)));
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.Equal((id, asked), (backup["id"], world.BackupsAsked()));
    }

    [Theory]
    [InlineData("name", "renamed", ChangeAction.Replace)]
    [InlineData("status", "archived", ChangeAction.NoOp)]
    [InlineData("size_bytes", 4711L, ChangeAction.NoOp)]
    [InlineData("created_at", "2030-01-02T03:04:05Z", ChangeAction.NoOp)]
    [InlineData("finished_at", "2030-01-02T03:14:05Z", ChangeAction.NoOp)]
    public async Task Refresh_Drift_IsReadAndOnlyArgumentsPlanAChange(string attribute, object live, ChangeAction expected)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "GET",
            Path = "/v1/product/vserver/*/backup",
            Times = 0,
            Status = 200,
            Text = $$$"""{"success":true,"data":[{"uuid":"{{{backup["id"]}}}","status":"ARCHIVED","percentage":"100","name":"renamed","size":"4711","unix":{"created":"1893553445","finished":1893554045}}]}""",
        });
        Assert.Empty(await backup.RefreshAsync());
        Assert.Equal(live, backup[attribute]);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver, expected == ChangeAction.NoOp ? "renamed" : "nightly"));
        Assert.Equal(expected, plan.Action);
    }

    [Fact]
    public async Task Refresh_DeletedBehindItsBack_IsDroppedAndToldOf()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.World.RemoveBackup(vserver, (string)backup["id"]!);
        var plan = await backup.PlanAsync(TestBackups.Config(vserver));
        Assert.Equal(ChangeAction.Create, plan.Action);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "A backup is gone"), (warning.Severity, warning.Summary));
        Assert.Contains("deleted outside of Terraform", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("\"nightly\"", warning.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NotFoundSpelling.Resource, 412)]
    [InlineData(NotFoundSpelling.Ressource, 404)]
    [InlineData(NotFoundSpelling.Mixed, 200)]
    public async Task Refresh_VserverTerminated_IsDropped(NotFoundSpelling spelling, int status)
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { NotFoundSpelling = spelling, NotFoundStatus = status });
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.World.Delete(vserver);
        var warning = Assert.Single(await backup.RefreshAsync());
        Assert.Contains("took its backups with it", warning.Detail, StringComparison.Ordinal);
        Assert.False(backup.Exists);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnythingElseThanGone_IsAnErrorAndKeepsTheState(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var backup = await world.CreateBackupAsync(world.SeedVserver());
        var before = backup.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await backup.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before!.Json, backup.State?.Json);
    }

    [Fact]
    public async Task Refresh_NoAnswerInTime_SaysSoAndKeepsTheState()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var backup = await world.CreateAsync(TestBackups.Type, TestBackups.Config(world.SeedVserver()).With("timeouts", Config.Of(("read", "20s"))));
        var error = ProviderWorld.TheError(await world.RunUnansweredAsync("GET", clock, backup.RefreshAsync));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(["longer than 20s", "Nothing was removed from the state"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(backup.Exists);
    }

    [Fact]
    public async Task Destroy_DeletedBehindItsBack_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        var plan = await backup.PlanDestroyAsync();
        world.Simulator.World.RemoveBackup(vserver, (string)backup["id"]!);
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.False(backup.Exists);
    }

    [Theory]
    [InlineData("nightly")]
    [InlineData("lLPgX/")]
    [InlineData("/Nl8cU")]
    [InlineData("a/b/c")]
    [InlineData("../Nl8cU")]
    public async Task Import_MalformedId_SaysHowToWriteIt(string id)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Resource(TestBackups.Type).ImportAsync(id));
        Assert.Contains("lLPgX/Nl8cU", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NoSuchBackup_IsAnError()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = Assert.Single(await world.Resource(TestBackups.Type).ImportAsync($"{world.SeedVserver()}/Nl8cU"));
        Assert.Equal("Cannot import non-existent remote object", error.Summary);
    }
}
