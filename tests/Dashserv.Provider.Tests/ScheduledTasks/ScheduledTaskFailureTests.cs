using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.ScheduledTasks;

/// <summary>What the user reads when a task could not be made or deleted, and what becomes of one whose answer was lost.</summary>
public sealed class ScheduledTaskFailureTests
{
    public static TheoryData<int, string, string, string> OfTheFields => new()
    {
        { 422, NotGone.Failure("empty_field:interval"), "interval", "empty_field:interval" },
        { 422, """{"success":false,"data":{"field":"interval","value":"DAILY","msg":"invalid_interval"}}""", "interval", "invalid_interval" },
        { 422, NotGone.Failure("empty_field:command"), "command", "empty_field:command" },
        { 422, """{"success":false,"data":{"field":"command","value":"START","msg":"invalid_command"}}""", "command", "'START'" },
        { 422, """{"success":false,"data":{"field":"nextexecution","value":"18.03.2040 09:21","msg":"number_out_of_range"}}""", "first_execution", "18.03.2040 09:21" },
        { 412, NotGone.Failure("Der vServer ist aktuell gesperrt (backup). Bitte versuche es später erneut."), "", "gesperrt (backup)" },
    };

    public static TheoryData<FaultRule> TookEffect =>
    [
        new FaultRule { Name = "cut", Cut = CutMoment.After },
        new FaultRule { Name = "failed", Status = 500, Word = "internal_error", Applied = true },
        new FaultRule { Name = "truncated", Garbage = GarbageKind.Truncated },
        new FaultRule { Name = "other word", Status = 200, Word = "task_created", Applied = true },
    ];

    [Theory]
    [MemberData(nameof(Refusals.Answers), MemberType = typeof(Refusals))]
    [MemberData(nameof(OfTheFields))]
    public async Task Create_Refused_SaysWhyAndThatNothingWasMade(int status, string text, string attribute, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = TestScheduledTasks.Requests, Times = 0, Status = status, Text = text });
        var task = world.Resource(TestScheduledTasks.Type);
        var error = ProviderWorld.TheError(await task.ApplyAsync(TestScheduledTasks.Config(vserver).WithFirst("2040-03-18T08:21:00Z")));
        Assert.Equal((Refusals.Summary(told, "The scheduled task was not made"), attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains($"The vserver {vserver} has no new task", error.Detail, StringComparison.Ordinal);
        Assert.False(task.Exists);
        Assert.Equal(1, world.TasksAsked());
    }

    [Fact]
    public async Task Create_NoSuchVserver_IsAnErrorOnTheVserver()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Resource(TestScheduledTasks.Type).ApplyAsync(TestScheduledTasks.Config("lLPgX")));
        Assert.Equal(("The scheduled task was not made", "vserver_id"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["GET /v1/product/vserver/lLPgX/tasks/scheduled", "does not exist", "has no new task", "another account's"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(0, world.TasksAsked());
    }

    [Theory]
    [MemberData(nameof(TookEffect))]
    public async Task Create_AnswerLostAfterTheEffect_FindsTheTaskAndMakesNoSecond(FaultRule fault)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        await world.CreateAsync(TestScheduledTasks.Type, TestScheduledTasks.Config(vserver));
        world.Simulator.Faults.Add(fault with { Method = "POST", Path = TestScheduledTasks.Requests });
        var task = await world.CreateAsync(TestScheduledTasks.Type, TestScheduledTasks.Config(vserver));
        Assert.Equal(2, (await world.ScheduledAsync(vserver)).Count);
        Assert.Equal((await world.ScheduledAsync(vserver))[1], task["id"]);
    }

    [Theory]
    [InlineData(CutMoment.Before, "not asked for a second time")]
    [InlineData(null, "The API accepted the scheduled task")]
    public async Task Create_NeverListed_SaysWhatMayBeThere(CutMoment? cut, string told)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        if (cut is not null)
        {
            world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = TestScheduledTasks.Requests, Cut = cut });
        }

        world.ListTasks("", skip: 1);
        var task = world.Resource(TestScheduledTasks.Type);
        var error = ProviderWorld.TheError(await task.ApplyAsync(TestScheduledTasks.Config(vserver)));
        Assert.Equal("The scheduled task was not found", error.Summary);
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains($"to = dashserv_scheduled_task.NAME\n  id = \"{vserver}/ID\"", error.Detail, StringComparison.Ordinal);
        Assert.False(task.Exists);
        Assert.Equal(1, world.TasksAsked());
    }

    [Fact]
    public async Task Create_TwoAlikeAppear_ListsBothWithTheirImports()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.ListTasks($"{TestScheduledTasks.Entry("aaaaa")},{TestScheduledTasks.Entry("bbbbb")}", skip: 1);
        var error = ProviderWorld.TheError(await world.Resource(TestScheduledTasks.Type).ApplyAsync(TestScheduledTasks.Config(vserver)));
        Assert.Equal("More than one new scheduled task", error.Summary);
        Assert.Contains($"id = \"{vserver}/aaaaa\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("bbbbb, DAILY START, next 2022-03-18T08:21:00Z", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_AnotherAppearsMeanwhile_TakesItsOwn()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.ListTasks($"{TestScheduledTasks.Entry("aaaaa", "WEEKLY")},{TestScheduledTasks.Entry("bbbbb")}", skip: 1);
        Assert.Equal("bbbbb", (await world.CreateAsync(TestScheduledTasks.Type, TestScheduledTasks.Config(vserver)))["id"]);
    }

    [Theory]
    [InlineData(412, "Die Aufgabe wird gerade ausgeführt.", "Die Aufgabe wird gerade ausgeführt.")]
    [InlineData(422, "empty_field:taskuuid", "taskuuid")]
    [InlineData(403, "forbidden", "write permission")]
    [InlineData(404, "Invalid API route", "endpoint")]
    [InlineData(503, "ratelimit_exceeded", "requests_per_second")]
    [InlineData(500, "internal_error", "the server failed")]
    public async Task Destroy_Refused_KeepsTheStateAndSaysWhy(int status, string word, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = status, Word = word });
        var error = ProviderWorld.TheError(await task.DestroyAsync());
        Assert.Equal("The scheduled task was not deleted", error.Summary);
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains("may still be carried out", error.Detail, StringComparison.Ordinal);
        Assert.True(task.Exists);
        Assert.Empty(await task.DestroyAsync());
        Assert.False(task.Exists);
    }

    [Theory]
    [InlineData("resource_not_found")]
    [InlineData("ressource_not_found")]
    public async Task Destroy_GoneAlready_IsDone(string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = word });
        Assert.Empty(await task.DestroyAsync());
        Assert.False(task.Exists);
    }

    [Theory]
    [InlineData(500, "internal_error")]
    [InlineData(403, "forbidden")]
    public async Task Destroy_AnswerLostAndListUnreadable_TellsOfTheDeletion(int status, string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        var plan = await task.PlanDestroyAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Cut = CutMoment.Before }, new FaultRule { Method = "GET", Status = status, Word = word });
        var error = ProviderWorld.TheError(await task.ApplyAsync(plan));
        Assert.Equal("The scheduled task was not deleted", error.Summary);
        Assert.All(
            ["DELETE /v1/product/vserver/", "the connection broke", "still in the state"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(task.Exists);
    }

    [Fact]
    public async Task Destroy_AnswerLostAfterTheEffect_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Cut = CutMoment.After });
        Assert.Empty(await task.DestroyAsync());
        Assert.False(task.Exists);
    }

    [Fact]
    public async Task Destroy_AnswerLostBeforeTheEffect_KeepsTheStateAndSaysWhy()
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Cut = CutMoment.Before });
        var error = ProviderWorld.TheError(await task.DestroyAsync());
        Assert.Equal("The scheduled task was not deleted", error.Summary);
        Assert.All(
            ["the connection broke", "may still be carried out", "still in the state"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(task.Exists);
    }

    [Fact]
    public async Task Create_InterruptedBeforeTheAnswer_KeepsTheTask()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = TestScheduledTasks.Requests, Hold = true });
        var task = world.Resource(TestScheduledTasks.Type);
        var applying = task.ApplyAsync(TestScheduledTasks.Config(vserver));
        await world.InterruptWhileHeldAsync(applying);
        Assert.Empty(await applying);
        Assert.Equal([(string)task["id"]!], await world.ScheduledAsync(vserver));
        Assert.False(task.Tainted);
    }
}
