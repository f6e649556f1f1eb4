using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Http;

namespace Dashserv.Provider.Tests.ScheduledTasks;

public sealed class ScheduledTaskLifecycleTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("2040-03-18T08:21:00Z")]
    public async Task Lifecycle_WholeCycle_EndsWithNothingLeft(string? first)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var (config, updated) = (TestScheduledTasks.Config(vserver), TestScheduledTasks.Config(vserver).With("interval", "WEEKLY"));
        var steps = await world.Core.CheckLifecycleAsync(
            TestScheduledTasks.Type,
            config.WithFirst(first),
            updated.WithFirst(first),
            t => $"{vserver}/{t["id"]}",
            first is null ? null : new Adoption(updated, () => world.Writes().Count));
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
        Assert.Equal(2, world.TasksAsked());
        Assert.Equal(2, world.Simulator.Journal.Count(TestScheduledTasks.Requests, "DELETE"));
        Assert.Empty(await world.ScheduledAsync(vserver));
    }

    [Fact]
    public async Task Create_Made_KnowsAllOfIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        Assert.Equal(("DAILY", "START", "active", null), (task["interval"], task["command"], task["status"], task["first_execution"]));
        Assert.NotNull(task["id"]);
        Assert.NotNull(task["created_at"]);
    }

    [Theory]
    [InlineData("interval", "WEEKLY")]
    [InlineData("command", "BACKUP")]
    [InlineData("first_execution", "2041-01-01T00:00:00Z")]
    [InlineData("first_execution", null)]
    public async Task Plan_ArgumentChanged_Replaces(string attribute, string? value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var config = TestScheduledTasks.Config(vserver).WithFirst("2040-03-18T08:21:00Z");
        var task = await world.CreateAsync(TestScheduledTasks.Type, config);
        var before = task["id"];
        var plan = await task.PlanAsync(config.With(attribute, value));
        Assert.Equal((ChangeAction.Replace, attribute), (plan.Action, Assert.Single(plan.RequiresReplace)));
        Assert.Empty(await task.ApplyAsync(plan));
        Assert.NotEqual(before, task["id"]);
        Assert.Equal([(string)task["id"]!], await world.ScheduledAsync(vserver));
    }

    [Fact]
    public async Task Plan_OtherVserver_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (from, to) = (world.SeedVserver(), world.SeedVserver());
        var task = await world.CreateAsync(TestScheduledTasks.Type, TestScheduledTasks.Config(from));
        var plan = await task.PlanAsync(TestScheduledTasks.Config(to));
        Assert.Equal((ChangeAction.Replace, "vserver_id"), (plan.Action, Assert.Single(plan.RequiresReplace)));
        Assert.Empty(await task.ApplyAsync(plan));
        Assert.Equal((0, 1), ((await world.ScheduledAsync(from)).Count, (await world.ScheduledAsync(to)).Count));
    }

    [Theory]
    [InlineData("interval", "WEEKLY", ChangeAction.Replace)]
    [InlineData("command", "BACKUP", ChangeAction.Replace)]
    [InlineData("status", "paused", ChangeAction.NoOp)]
    [InlineData("created_at", "2030-01-02T03:04:05Z", ChangeAction.NoOp)]
    public async Task Refresh_Drift_IsReadAndOnlyArgumentsPlanAChange(string attribute, string live, ChangeAction expected)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var task = await world.CreateAsync(TestScheduledTasks.Type, TestScheduledTasks.Config(vserver));
        world.ListTasks(TestScheduledTasks.Entry(
            task["id"], attribute == "interval" ? live : "daily", attribute == "command" ? live : "start",
            status: attribute == "status" ? "PAUSED" : "ACTIVE"));
        Assert.Empty(await task.RefreshAsync());
        Assert.Equal(live, task[attribute]);
        Assert.Equal(expected, (await task.PlanAsync(TestScheduledTasks.Config(vserver))).Action);
    }

    [Fact]
    public async Task Plan_HasRunAndMovedOn_IsEmpty()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestScheduledTasks.Config(world.SeedVserver()).WithFirst("2040-03-18T08:21:00Z");
        var task = await world.CreateAsync(TestScheduledTasks.Type, config);
        world.ListTasks(TestScheduledTasks.Entry(task["id"], last: "2215945260", next: "2216031660"));
        Assert.Empty(await task.RefreshAsync());
        Assert.Equal("2040-03-18T08:21:00Z", task["first_execution"]);
        Assert.Equal(ChangeAction.NoOp, (await task.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Refresh_DeletedBehindItsBack_IsDropped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var task = await world.CreateAsync(TestScheduledTasks.Type, TestScheduledTasks.Config(vserver));
        await world.DeleteScheduledAsync(vserver, (string)task["id"]!);
        Assert.Equal(ChangeAction.Create, (await task.PlanAsync(TestScheduledTasks.Config(vserver))).Action);
    }

    [Theory]
    [InlineData(NotFoundSpelling.Resource, 412)]
    [InlineData(NotFoundSpelling.Ressource, 404)]
    public async Task Refresh_VserverTerminated_IsDropped(NotFoundSpelling spelling, int status)
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { NotFoundSpelling = spelling, NotFoundStatus = status });
        var task = await world.CreateTaskAsync();
        world.Simulator.World.Delete((string)task["vserver_id"]!);
        Assert.Empty(await task.RefreshAsync());
        Assert.False(task.Exists);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnythingElseThanGone_IsAnErrorAndKeepsTheState(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        var before = task.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await task.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before!.Json, task.State?.Json);
    }

    [Fact]
    public async Task FirstExecution_AddedToATaskThatWasMadeWithout_ReplacesIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestScheduledTasks.Config(world.SeedVserver());
        var task = await world.CreateAsync(TestScheduledTasks.Type, config);
        var plan = await task.PlanAsync(config.WithFirst("2041-01-01T00:00:00Z"));
        Assert.Equal((ChangeAction.Replace, "first_execution"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Fact]
    public async Task Import_WithFirstExecution_TakesItFromTheConfigurationWithoutACall()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var config = TestScheduledTasks.Config(vserver).WithFirst("2040-03-18T08:21:00Z");
        var task = await world.CreateAsync(TestScheduledTasks.Type, config);
        var imported = world.Resource(TestScheduledTasks.Type);
        Assert.Empty(await imported.ImportAsync($"{vserver}/{task["id"]}"));
        var plan = await imported.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, "first_execution"), (plan.Action, Assert.Single(plan.Changes)));
        world.Simulator.Journal.Clear();
        Assert.Empty(await imported.ApplyAsync(plan));
        Assert.Equal(0, world.Simulator.Journal.Count());
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("7idOS")]
    [InlineData("lLPgX/7idOS/x")]
    public async Task Import_MalformedId_SaysHowToWriteIt(string id)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Resource(TestScheduledTasks.Type).ImportAsync(id));
        Assert.Contains("uuid of the vserver, a slash, and the uuid of the scheduled task", error.Detail, StringComparison.Ordinal);
    }
}
