using CoreHarness;
using Dashserv.Provider.ScheduledTasks;
using Dashserv.Provider.Tests.Backups;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.ScheduledTasks.Create;

/// <summary>From RFC 3339 to the API's German wall clock and back: the moment stays the same, or the user is told.</summary>
public sealed class FirstExecutionTests
{
    // 2040: summer time is from 25 March to 28 October, each at 01:00 UTC.
    [Theory]
    [InlineData("2040-01-15T08:21:00Z", "15.01.2040 09:21")]
    [InlineData("2040-07-15T08:21:00Z", "15.07.2040 10:21")]
    [InlineData("2040-07-15T10:21:00+02:00", "15.07.2040 10:21")]
    [InlineData("2040-07-14T22:21:00-10:00", "15.07.2040 10:21")]
    [InlineData("2040-07-15T08:21:00.000Z", "15.07.2040 10:21")]
    [InlineData("2039-12-31T23:30:00Z", "01.01.2040 00:30")]
    [InlineData("2040-03-25T00:59:00Z", "25.03.2040 01:59")]
    [InlineData("2040-03-25T01:00:00Z", "25.03.2040 03:00")]
    [InlineData("2040-03-25T02:30:00+01:00", "25.03.2040 03:30")]
    [InlineData("2040-10-28T00:30:00Z", "28.10.2040 02:30")]
    [InlineData("2040-10-28T02:30:00+02:00", "28.10.2040 02:30")]
    [InlineData("2040-10-28T02:00:00Z", "28.10.2040 03:00")]
    public async Task Create_AnyMoment_IsSentAsTheApiCountsAndReadBackAsTheSame(string first, string sent)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync(c => c.WithFirst(first));
        Assert.Equal(first, task["first_execution"]);
        Assert.Equal(sent, Assert.Single(world.Simulator.Journal.Entries(TestScheduledTasks.Requests, "POST")).Fields["nextexecution"]);
    }

    [Fact]
    public void ToApi_TheReferencesSample_IsTheReferencesAnswer() =>
        Assert.Equal("18.03.2022 09:21", BerlinTime.ToApi(DateTimeOffset.FromUnixTimeSeconds(1647591660).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)));

    [Fact]
    public async Task Create_LeftOut_IsNotSent()
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.CreateTaskAsync();
        Assert.DoesNotContain("nextexecution", Assert.Single(world.Simulator.Journal.Entries(TestScheduledTasks.Requests, "POST")).Fields.Keys);
    }

    [Theory]
    [InlineData("2040-10-28T01:30:00Z")]
    [InlineData("2040-10-28T02:30:00+01:00")]
    public async Task Create_SecondOfTheHoursThatHappenTwice_TellsWhatTheApiMadeOfIt(string first)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = world.Resource(TestScheduledTasks.Type);
        var warning = Assert.Single(await task.ApplyAsync(TestScheduledTasks.Config(world.SeedVserver()).WithFirst(first)));
        Assert.Equal((Severity.Warning, "first_execution"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains("2040-10-28T01:30:00Z; the API says 2040-10-28T00:30:00Z", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("28.10.2040 02:30", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("happens twice", warning.Detail, StringComparison.Ordinal);
        Assert.Equal(ChangeAction.NoOp, (await task.PlanAsync(TestScheduledTasks.Config((string)task["vserver_id"]!).WithFirst(first))).Action);
    }

    [Fact]
    public async Task Create_ApiCountsInAnotherZone_IsToldOf()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.ListTasks(TestScheduledTasks.Entry("aaaaa", next: "2215948860"), skip: 1);
        var warning =
            Assert.Single(
                await world.Resource(TestScheduledTasks.Type).ApplyAsync(TestScheduledTasks.Config(world.SeedVserver()).WithFirst("2040-03-20T08:21:00Z")));
        Assert.Equal("The first execution is at another time", warning.Summary);
    }

    [Theory]
    [InlineData("2040-07-15T10:21:00+02:00")]
    [InlineData("2040-07-15T08:21:00+00:00")]
    [InlineData("2040-07-15T08:21:00.0Z")]
    [InlineData("2040-07-14T22:21:00-10:00")]
    [InlineData("2040-07-15T13:51:00+05:30")]
    public async Task Plan_SameMomentInOtherWords_IsNoChange(string same)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync(c => c.WithFirst("2040-07-15T08:21:00Z"));
        Assert.Equal(ChangeAction.NoOp, (await task.PlanAsync(TestScheduledTasks.Config((string)task["vserver_id"]!).WithFirst(same))).Action);
    }

    [Fact]
    public async Task Plan_SameWallClockInAnotherZone_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync(c => c.WithFirst("2040-07-15T08:21:00Z"));
        Assert.Equal(
            ChangeAction.Replace, (await task.PlanAsync(TestScheduledTasks.Config((string)task["vserver_id"]!).WithFirst("2040-07-15T08:21:00+02:00"))).Action);
    }

    [Fact]
    public async Task Plan_Past_WarnsOnceAndNeverAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestScheduledTasks.Config(world.SeedVserver()).WithFirst("2020-01-01T03:00:00Z");
        var task = world.Resource(TestScheduledTasks.Type);
        var plan = await task.PlanAsync(config);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "first_execution"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains("START at once", warning.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await task.ApplyAsync(plan), d => d.Severity == Severity.Error);
        var again = await task.PlanAsync(config);
        Assert.Empty(again.Diagnostics);
        Assert.Equal(ChangeAction.NoOp, again.Action);
    }

    [Fact]
    public async Task Plan_NotKnownYet_IsLeftToTheApply()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestScheduledTasks.Config(world.SeedVserver());
        var task = world.Resource(TestScheduledTasks.Type);
        var plan = await task.PlanAsync(config.With("first_execution", Config.Unknown));
        Assert.Empty(plan.Diagnostics);
        Assert.Empty(await task.ApplyAsync(plan, config.WithFirst("2040-03-18T08:21:00Z")));
        Assert.Equal("2040-03-18T08:21:00Z", task["first_execution"]);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData("18.03.2040 09:21")]
    [InlineData("2040-03-18")]
    [InlineData("2040-03-18T08:21:00")]
    [InlineData("2040-03-18T08:21Z")]
    [InlineData("2040-03-18 08:21:00Z")]
    [InlineData("2040-02-30T08:21:00Z")]
    [InlineData("2040-03-18T08:21:30Z")]
    [InlineData("2040-03-18T08:21:00.0000001Z")]
    [InlineData("2040-03-18T25:21:00Z")]
    [InlineData("9999-12-31T23:30:00Z")]
    public async Task Validate_NoTimeToTheMinute_ShowsOne(string text)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestScheduledTasks.Type, TestScheduledTasks.Config("lLPgX").WithFirst(text)));
        Assert.Equal("first_execution", error.Path.ToString());
        Assert.Contains($"\"{text}\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("\"2030-03-18T08:21:00Z\"", error.Detail, StringComparison.Ordinal);
    }
}
