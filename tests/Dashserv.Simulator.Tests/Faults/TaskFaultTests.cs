namespace Dashserv.Simulator.Tests.Faults;

/// <summary>Tasks that end in failure after their call was answered well: which ones, how often, and with what word.</summary>
public sealed class TaskFaultTests : TaskFaultTest
{
    public static TheoryData<string> All { get; } =
        ["start", "shutdown", "stop", "restart", "reset", "reinstall", "upgrade", "backup_create", "backup_restore", "password_reset"];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Task_OfEachKind_IsListedWhileItRunsAndAfterwards(string kind)
    {
        var uuid = Prepare(kind);

        await BeginAsync(kind, uuid);
        var begun = await TheTaskAsync(uuid);
        Clock.Advance(AllTasks);
        var ended = await TheTaskAsync(uuid);

        Assert.Equal((kind == "restart" ? "reboot" : kind, kind == "password_reset" ? "OK" : "RUNNING"), (begun.Name, begun.Status));
        Assert.Equal(kind == "password_reset", begun.End is not null);
        Assert.Equal("OK", ended.Status);
        Assert.NotNull(ended.End);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fault_OfEachKind_IsAnsweredWellAndEndsInError(string kind)
    {
        var uuid = Prepare(kind);
        World.FailTasks(new TaskFault { Task = KindOf(kind) });

        await BeginAsync(kind, uuid);
        Clock.Advance(AllTasks);
        var first = await TheTaskAsync(uuid);
        await BeginAsync(kind, uuid);
        Clock.Advance(AllTasks);

        Assert.Equal(("ERROR", true), (first.Status, first.End is not null));
        Assert.Equal("OK", (await TheTaskAsync(uuid)).Status);
        Assert.False((bool)(await Get($"product/vserver/{uuid}/status")).Data!["locked"]!);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("CANCELLED")]
    [InlineData("Abgebrochen durch Administrator")]
    public async Task Status_IsTheWordThatWasAskedFor(string status)
    {
        var uuid = Vserver();
        World.FailTasks(new TaskFault { Status = status });

        await BeginAsync("reinstall", uuid);
        Clock.Advance(AllTasks);

        Assert.Equal(status, (await TheTaskAsync(uuid)).Status);
    }

    [Fact]
    public async Task Ends_False_LeavesTheEndOpen()
    {
        var uuid = Vserver();
        World.FailTasks(new TaskFault { Ends = false });

        await BeginAsync("stop", uuid);
        Clock.Advance(AllTasks);

        Assert.Equal(("stop", "ERROR", null), await TheTaskAsync(uuid));
    }

    [Fact]
    public async Task Fault_OfOneServerAndKind_StrikesNoOther()
    {
        var (struck, other) = (Vserver(), Vserver());
        World.FailTasks(new TaskFault { Task = TaskKind.Reset, Product = struck, Times = 2 });

        Assert.Equal("OK", await EndedAsync("reset", other));
        Assert.Equal("OK", await EndedAsync("restart", struck));
        Assert.Equal("ERROR", await EndedAsync("reset", struck));
        Assert.Equal("ERROR", await EndedAsync("reset", struck));
        Assert.Equal("OK", await EndedAsync("reset", struck));
    }

    [Fact]
    public async Task Fault_ForEver_EndsWhenItIsCleared()
    {
        var uuid = Vserver();
        World.FailTasks(new TaskFault { Times = 0 });

        Assert.Equal("ERROR", await EndedAsync("reset", uuid));
        Assert.Equal("ERROR", await EndedAsync("reinstall", uuid));
        World.ClearTaskFaults();
        Assert.Equal("OK", await EndedAsync("reset", uuid));
    }

    [Fact]
    public async Task Fault_OfATaskThatWasScheduled_StrikesItToo()
    {
        var uuid = Vserver();
        World.FailTasks(new TaskFault { Task = TaskKind.Shutdown });

        await Post($"product/vserver/{uuid}/tasks/scheduled", ("interval", "DAILY"), ("command", "SHUTDOWN"));
        Clock.Advance(AllTasks);

        Assert.Equal(("shutdown", "ERROR"), ((await TheTaskAsync(uuid)).Name, (await TheTaskAsync(uuid)).Status));
        Assert.Equal("online", await StateAsync(uuid));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TaskKind.Start)]
    [InlineData(TaskKind.Shutdown)]
    [InlineData(TaskKind.Stop)]
    [InlineData(TaskKind.PasswordReset)]
    public void FailTasks_HalfOfWhatHasNone_IsRefused(TaskKind? kind) =>
        Assert.Throws<ArgumentException>(() => World.FailTasks(new TaskFault { Task = kind, Effect = TaskEffect.Half }));
}
