namespace Dashserv.Simulator.Tests.Vservers;

public sealed class PowerTests : SimulatorTest
{
    [Theory]
    [InlineData("shutdown", "offline", 2)]
    [InlineData("stop", "offline", 1)]
    [InlineData("restart", "online", 3)]
    [InlineData("reset", "online", 2)]
    public async Task Action_TakesTimeAndLeavesATask(string action, string state, int seconds)
    {
        var uuid = Vserver();
        Clock.Advance(TimeSpan.FromHours(1));

        var task = await Post($"product/vserver/{uuid}/actions/{action}");
        var running = (await Get($"product/vserver/{uuid}/tasks")).Data![0]!;
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        var ended = (await Get($"product/vserver/{uuid}/tasks")).Data![0]!;

        Assert.Equal(5, task.Word.Length);
        Assert.Null(running["unix"]!["end"]);
        Assert.Equal((action == "restart" ? "reboot" : action, "OK"), ((string)ended["task"]!, (string)ended["status"]!));
        Assert.Equal(state, await State(uuid));
    }

    [Fact]
    public async Task Start_OfOneThatRuns_IsRefusedAndOfOneThatIsOffWorks()
    {
        var uuid = Vserver();
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Post($"product/vserver/{uuid}/actions/start")).Status);
        World.Change(uuid, new() { Power = PowerState.Offline });
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Post($"product/vserver/{uuid}/actions/shutdown")).Status);

        await Post($"product/vserver/{uuid}/actions/start");
        Assert.Equal("offline", await State(uuid));
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("online", await State(uuid));
    }

    [Fact]
    public async Task Shutdown_OfAGuestWithoutAcpi_NeverHappensUntilThePlugIsPulled()
    {
        var uuid = Vserver();
        World.Change(uuid, new() { ObeysAcpi = false });
        await Post($"product/vserver/{uuid}/actions/shutdown");
        Clock.Advance(TimeSpan.FromSeconds(61));

        var task = (await Get($"product/vserver/{uuid}/tasks")).Data![0]!;
        Assert.Equal("online", await State(uuid));
        Assert.Contains("timeout", (string)task["status"]!, StringComparison.Ordinal);

        await Post($"product/vserver/{uuid}/actions/stop");
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("offline", await State(uuid));
    }

    [Fact]
    public async Task Action_ThatDoesNotExist_IsNoRoute()
    {
        var answer = await Post($"product/vserver/{Vserver()}/actions/explode");

        Assert.Equal((HttpStatusCode.NotFound, "Invalid API route"), (answer.Status, answer.Word));
    }

    [Fact]
    public async Task Status_OfOneThatIsOff_HasNoUptime()
    {
        var uuid = Vserver();
        Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(100, (int)(await Get($"product/vserver/{uuid}/status")).Data!["stats"]!["uptime"]!);
        World.Change(uuid, new() { Power = PowerState.Offline });
        Assert.Equal(0, (int)(await Get($"product/vserver/{uuid}/status")).Data!["stats"]!["uptime"]!);
    }

    private async Task<string> State(string uuid) => (string)(await Get($"product/vserver/{uuid}/status")).Data!["status"]!;
}
