using CoreHarness;
using Dashserv.Provider.Tests.Backups;

namespace Dashserv.Provider.Tests.ScheduledTasks.Create;

public sealed class ScheduledTaskValidationTests
{
    public static TheoryData<string, string> Allowed
    {
        get
        {
            var data = new TheoryData<string, string>();
            Array.ForEach(
                ["DAILY", "TWODAYS", "THREEDAYS", "WEEKLY", "TWOWEEKS", "MONTHLY", "TWOMONTHS", "THREEMONTHS", "SIXMONTHS", "YEARLY"],
                i => data.Add("interval", i));
            Array.ForEach(["RESTART", "BACKUP", "SHUTDOWN", "START"], c => data.Add("command", c));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Create_WordOfTheReference_IsSentAsItIs(string attribute, string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        var task = await world.CreateTaskAsync(c => c.WithFirst("2040-03-18T08:21:00Z").With(attribute, word));
        Assert.Equal(word, task[attribute]);
        Assert.Equal(word, Assert.Single(world.Simulator.Journal.Entries(TestScheduledTasks.Requests, "POST")).Fields[attribute]);
    }

    [Theory]
    [InlineData("interval", "weekly", "WEEKLY", "Weekly")]
    [InlineData("command", "Backup", "BACKUP", "backup")]
    public async Task Create_WordInAnotherCase_IsSentAsTheReferenceHasItAndIsNoChange(string attribute, string word, string sent, string other)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestScheduledTasks.Config(world.SeedVserver()).WithFirst("2040-03-18T08:21:00Z").With(attribute, word);
        Assert.Empty(await world.Core.ValidateResourceAsync(TestScheduledTasks.Type, config));
        var task = await world.CreateAsync(TestScheduledTasks.Type, config);
        Assert.Equal(sent, Assert.Single(world.Simulator.Journal.Entries(TestScheduledTasks.Requests, "POST")).Fields[attribute]);
        foreach (var written in (string[])[word, sent, other])
        {
            Assert.Equal(ChangeAction.NoOp, (await task.PlanAsync(config.With(attribute, written))).Action);
        }

        Assert.Equal(word, task[attribute]);
    }

    [Theory]
    [InlineData("interval", "HOURLY", "\"TWODAYS\"")]
    [InlineData("interval", "", "\"YEARLY\"")]
    [InlineData("command", "REBOOT", "\"RESTART\"")]
    [InlineData("command", "STOP", "\"SHUTDOWN\"")]
    public async Task Validate_OtherWord_SaysWhichThereAre(string attribute, string word, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error =
            ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestScheduledTasks.Type, TestScheduledTasks.Config("lLPgX").With(attribute, word)));
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains($"\"{word}\" is not one of", error.Detail, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vserver_id")]
    [InlineData("interval")]
    [InlineData("command")]
    public async Task Validate_Missing_IsDemanded(string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error =
            ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestScheduledTasks.Type, TestScheduledTasks.Config("lLPgX").Without(attribute)));
        Assert.Contains(attribute, $"{error.Path} {error.Detail}", StringComparison.Ordinal);
    }
}
