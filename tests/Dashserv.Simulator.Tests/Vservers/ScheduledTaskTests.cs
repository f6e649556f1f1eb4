namespace Dashserv.Simulator.Tests.Vservers;

public sealed class ScheduledTaskTests : SimulatorTest
{
    [Theory]
    [InlineData("\"18.03.2022 09:21\"", 1647591660)]
    [InlineData("18.03.2022 09:21", 1647591660)]
    [InlineData("18.07.2022 09:21", 1658128860)]
    public async Task NextExecution_IsBerlinTime(string sent, long unix)
    {
        var at = $"product/vserver/{Vserver()}/tasks/scheduled";

        await Post(at, ("interval", "DAILY"), ("command", "BACKUP"), ("nextexecution", sent));

        var execution = (await Get(at)).Data![0]!["unix"]!["execution"]!;
        Assert.Equal(unix, (long)execution["next"]!);
        Assert.Null(execution["last"]);
    }

    [Fact]
    public async Task NextExecution_AfterTheClocksChange_IsAtTheSameHour()
    {
        var at = $"product/vserver/{Vserver()}/tasks/scheduled";
        await Post(at, ("interval", "DAILY"), ("command", "RESTART"), ("nextexecution", "26.03.2022 09:00"));
        Clock.Advance(new DateTimeOffset(2022, 3, 26, 12, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());

        var execution = (await Get(at)).Data![0]!["unix"]!["execution"]!;

        // 09:00 is 08:00 UTC on the 26th and 07:00 UTC on the 27th.
        Assert.Equal(23 * 3600, (long)execution["next"]! - (long)execution["last"]!);
    }

    [Fact]
    public async Task Task_WhenDue_DoesItsWork()
    {
        var uuid = Vserver();
        await Post($"product/vserver/{uuid}/tasks/scheduled", ("interval", "DAILY"), ("command", "BACKUP"));
        await Post($"product/vserver/{uuid}/tasks/scheduled", ("interval", "WEEKLY"), ("command", "SHUTDOWN"), ("nextexecution", "17.03.2022 12:00"));
        Clock.Advance(TimeSpan.FromHours(30));

        var product = World.State().Products.Single();

        Assert.Equal(2, product.Backups.Count);
        Assert.Equal("offline", product.Power);
    }

    [Fact]
    public async Task NextExecution_InThePast_RunsOnceAndThenInTheFuture()
    {
        var uuid = Vserver();
        var at = $"product/vserver/{uuid}/tasks/scheduled";
        await Post(at, ("interval", "DAILY"), ("command", "BACKUP"), ("nextexecution", "01.01.2010 09:21"));

        var execution = (await Get(at)).Data![0]!["unix"]!["execution"]!;

        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds(), (long)execution["last"]!);
        Assert.InRange((long)execution["next"]! - (long)execution["last"]!, 1, 86400);
        Assert.Single(World.State().Products.Single().Backups);
    }

    [Theory]
    [InlineData("interval", "HOURLY", "invalid_interval")]
    [InlineData("command", "EXPLODE", "invalid_command")]
    [InlineData("nextexecution", "2022-03-18T09:21", "invalid_date")]
    public async Task Create_WithABadValue_IsRefused(string field, string value, string message)
    {
        (string, string)[] fields = [("interval", "DAILY"), ("command", "START")];

        var answer = await Post($"product/vserver/{Vserver()}/tasks/scheduled", fields.With(field, value));

        Assert.Equal((field, message), ((string)answer.Data!["field"]!, (string)answer.Data["msg"]!));
    }

    [Fact]
    public async Task Delete_TakesTheUuidFromItsBody()
    {
        var at = $"product/vserver/{Vserver()}/tasks/scheduled";
        await Post(at, ("interval", "DAILY"), ("command", "START"));
        var uuid = (string)(await Get(at)).Data![0]!["uuid"]!;

        Assert.Equal("empty_field:taskuuid", (await Delete(at)).Word);
        Assert.Equal("resource_not_found", (await Delete(at, ("taskuuid", "nosuch"))).Word);
        Assert.Equal("vserver_scheduled_task_delete_success", (await Delete(at, ("taskuuid", uuid))).Word);
        Assert.Empty((await Get(at)).Data!.AsArray());
    }
}
