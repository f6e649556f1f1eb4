using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups.Create;

/// <summary>A request whose answer was lost is never sent twice, for a second backup costs another; and what it made is never forgotten.</summary>
public sealed class BackupLostAnswerTests
{
    private const string Requests = "/v1/product/vserver/*/backup";

    public static TheoryData<FaultRule> TookEffect =>
    [
        new FaultRule { Name = "cut", Cut = CutMoment.After },
        new FaultRule { Name = "failed", Status = 500, Word = "internal_error", Applied = true },
        new FaultRule { Name = "gateway", Status = 504, Text = "<html>Gateway timeout</html>", Applied = true },
        new FaultRule { Name = "truncated", Garbage = GarbageKind.Truncated },
        new FaultRule { Name = "invalid", Garbage = GarbageKind.Invalid },
        new FaultRule { Name = "empty", Garbage = GarbageKind.Empty },
        new FaultRule { Name = "other word", Status = 200, Word = "vserver_backup_queued", Applied = true },
    ];

    public static TheoryData<FaultRule> HadNoEffect =>
    [
        new FaultRule { Name = "cut", Cut = CutMoment.Before },
        new FaultRule { Name = "failed", Status = 500, Word = "internal_error" },
        new FaultRule { Name = "other word", Status = 200, Word = "vserver_backup_queued" },
    ];

    [Theory]
    [MemberData(nameof(TookEffect))]
    public async Task Create_AnswerLostAfterTheEffect_FindsTheBackupAndMakesNoSecond(FaultRule fault)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        world.Simulator.World.AddBackup(vserver, "precious");
        world.Simulator.Faults.Add(fault with { Method = "POST", Path = Requests });
        var backup = await world.CreateBackupAsync(vserver);
        Assert.Equal(1, world.BackupsAsked());
        Assert.Equal(["precious", "nightly"], world.BackupsOf(vserver));
        Assert.Equal(ChangeAction.NoOp, (await backup.PlanAsync(TestBackups.Config(vserver))).Action);
    }

    [Fact]
    public async Task Create_AnswerLostWhileEvicting_EvictsOne()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var vserver = world.SeedVserver(limit: 2);
        world.Simulator.World.AddBackup(vserver, "first");
        world.Simulator.World.AddBackup(vserver, "second");
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = Requests, Cut = CutMoment.After });
        var told = Assert.Single(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver).With("on_limit", "evict_oldest")));
        Assert.Equal((Severity.Warning, "The oldest backup was deleted", "on_limit"), (told.Severity, told.Summary, told.Path.ToString()));
        Assert.Contains("To make room for the new one, the API deleted \"first\" (", told.Detail, StringComparison.Ordinal);
        Assert.Equal(["second", "nightly"], world.BackupsOf(vserver));
    }

    [Theory]
    [MemberData(nameof(HadNoEffect))]
    public async Task Create_AnswerLostBeforeTheEffect_SaysThatNothingTurnedUp(FaultRule fault)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(fault with { Method = "POST", Path = Requests });
        var backup = world.Resource(TestBackups.Type);
        var error = ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal("The backup was not found", error.Summary);
        Assert.Contains($"POST /v1/product/vserver/{vserver}/backup", error.Detail, StringComparison.Ordinal);
        Assert.Contains("not asked for a second time", error.Detail, StringComparison.Ordinal);
        Assert.Contains("customer panel before you apply again", error.Detail, StringComparison.Ordinal);
        Assert.Contains($"import {{\n  to = dashserv_backup.NAME\n  id = \"{vserver}/ID\"\n}}", error.Detail, StringComparison.Ordinal);
        Assert.False(backup.Exists);
        Assert.Equal(1, world.BackupsAsked());
    }

    [Fact]
    public async Task Create_NeverListed_SaysThatItWasAccepted()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: new JumpingClock());
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, 200, """{"success":true,"data":[]}""");
        var error = ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal("The backup was not found", error.Summary);
        Assert.Contains("The API accepted the backup", error.Detail, StringComparison.Ordinal);
        Assert.Contains($"No new backup has appeared on the vserver {vserver}", error.Detail, StringComparison.Ordinal);
        Assert.Equal(1, world.BackupsAsked());
    }

    [Theory]
    [InlineData(403, "forbidden", "read permission")]
    [InlineData(404, "Invalid API route", "no such URL")]
    [InlineData(500, "internal_error", "the server failed")]
    [InlineData(503, "ratelimit_exceeded", "too many requests")]
    public async Task Create_ListNotReadableAfterwards_SaysThatItWasAccepted(int status, string word, string told)
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: new JumpingClock());
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, status, NotGone.Failure(word));
        var error = ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver)));
        Assert.Contains("The API accepted the backup", error.Detail, StringComparison.Ordinal);
        Assert.Contains("could not be read", error.Detail, StringComparison.Ordinal);
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains($"\"{vserver}/ID\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ListNeverAnsweredAfterwards_DoesNotSayThatNoneIsThere()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: clock);
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = Requests, Skip = 2, Times = 0, Hang = true });
        var applying = world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver));
        await world.UntilAsync(applying, () => world.Simulator.Faults.Hits > 0);
        clock.Advance(TimeSpan.FromSeconds(61));
        var error = ProviderWorld.TheError(await applying);
        Assert.Equal("The backup was not found", error.Summary);
        Assert.All(
            ["The API accepted the backup", "What there is now could not be read", $"\"{vserver}/ID\""],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("No new backup has appeared", error.Detail, StringComparison.Ordinal);
        Assert.Equal(["nightly"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Create_ListNotReadableForAWhile_FindsTheBackup()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: new JumpingClock());
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, 500, NotGone.Failure("internal_error"), times: 8);
        var backup = await world.CreateBackupAsync(vserver);
        Assert.Equal("okay", backup["status"]);
    }

    [Fact]
    public async Task Create_ListedLate_FindsTheBackup()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: new JumpingClock());
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, 200, """{"success":true,"data":[]}""", times: 8);
        await world.CreateBackupAsync(vserver);
        Assert.Equal(1, world.BackupsAsked());
    }

    [Fact]
    public async Task Create_OnlyAnotherAppears_NamesItAndDoesNotTakeIt()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: new JumpingClock());
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, 200, $$"""{"success":true,"data":[{{Entry("aaaaa", "scheduled")}}]}""");
        var backup = world.Resource(TestBackups.Type);
        var error = ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Contains("\"scheduled\" (aaaaa, created 2022-03-17", error.Detail, StringComparison.Ordinal);
        Assert.False(backup.Exists);
    }

    [Fact]
    public async Task Create_TwoAlikeAppear_ListsBothWithTheirImports()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false, time: new JumpingClock());
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, 200, $$"""{"success":true,"data":[{{Entry("aaaaa", "nightly")}},{{Entry("bbbbb", "nightly")}}]}""");
        var backup = world.Resource(TestBackups.Type);
        var error = ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal("More than one new backup", error.Summary);
        Assert.Contains($"id = \"{vserver}/aaaaa\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains($"id = \"{vserver}/bbbbb\"", error.Detail, StringComparison.Ordinal);
        Assert.False(backup.Exists);
    }

    [Fact]
    public async Task Create_InterruptedBeforeTheAnswer_KeepsTheBackup()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.FromHours(1) });
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = Requests, Hold = true });
        var backup = world.Resource(TestBackups.Type);
        var applying = backup.ApplyAsync(TestBackups.Config(vserver));
        await world.InterruptWhileHeldAsync(applying);
        Assert.Equal("Interrupted", Assert.Single(await applying).Summary);
        Assert.Equal([(string)backup["id"]!], world.BackupIdsOf(vserver));
        Assert.False(backup.Tainted);
        Assert.Equal("creating", backup["status"]);
    }

    [Fact]
    public async Task Create_InterruptedWhileNotListed_SaysWhatMayBeThere()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var vserver = world.SeedVserver();
        AnswerListsAfterTheRequest(world, 200, """{"success":true,"data":[]}""");
        var applying = world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver));
        await world.UntilAsync(applying, () => world.Simulator.Faults.Hits > 0);

        await world.Core.StopAsync();
        Assert.Contains("The API accepted the backup", ProviderWorld.TheError(await applying).Detail, StringComparison.Ordinal);
    }

    // One list is for the limit, and one is that before the request.
    private static void AnswerListsAfterTheRequest(ProviderWorld world, int status, string text, int times = 0) =>
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = Requests, Skip = 2, Times = times, Status = status, Text = text });

    private static string Entry(string id, string name) =>
        $$$"""{"uuid":"{{{id}}}","status":"OKAY","percentage":100,"name":"{{{name}}}","size":1,"unix":{"created":1647510000,"finished":1647510060}}""";
}
