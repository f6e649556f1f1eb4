using Dashserv.Api.Models;
using Dashserv.Provider.Backups;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Tasks;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups.Create;

/// <summary>When a backup is finished, and what must not have a finished one deleted and made anew.</summary>
public sealed class BackupSettlingTests
{
    private const string Lists = "/v1/product/vserver/*/backup";

    [Theory]
    [InlineData("CREATING", null, true)]
    [InlineData("UPLOADING", 50, true)]
    [InlineData("UPLOADING", 100, false)]
    [InlineData("AVAILABLE", null, false)]
    [InlineData("OK", 99, false)]
    [InlineData("okay", 100, false)]
    [InlineData("ERROR", 50, false)]
    [InlineData("ABORTED", 50, false)]
    [InlineData(null, 100, true)]
    public void IsRunning_NotSaidToBeFinished_IsJudgedByTheWordAndHowFarItIs(string? status, int? percentage, bool isRunning) =>
        Assert.Equal(isRunning, BackupMapping.IsRunning(new Backup { Uuid = "Nl8cU", Status = status, Percentage = percentage }));

    [Theory]
    [InlineData("XYZZY", 40, true, true)]
    [InlineData("XYZZY", 100, true, false)]
    [InlineData("XYZZY", 40, false, false)]
    [InlineData("interrupted", 100, true, true)]
    [InlineData(null, 40, true, false)]
    public void HasFailed_AnyWord_IsJudgedByTheWordAndHowFarItIs(string? status, int? percentage, bool isFinished, bool hasFailed) => Assert.Equal(
        hasFailed,
        BackupMapping.HasFailed(
            new Backup { Uuid = "Nl8cU", Status = status, Percentage = percentage, FinishedAt = isFinished ? DateTimeOffset.UnixEpoch : null }));

    [Fact]
    public async Task Create_LockStaysAfterwards_IsKeptWithAWarning()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "GET",
            Path = "*/status",
            Skip = 1,
            Times = 0,
            Status = 200,
            Text = """{"success":true,"data":{"status":"online","locked":"upgrade"}}""",
        });
        var backup = world.Resource(TestBackups.Type);
        var warning = Assert.Single(await backup.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal((Severity.Warning, "The vserver may still be locked"), (warning.Severity, warning.Summary));
        Assert.All(["is finished, and in the state", "locked: \"upgrade\""], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.Equal((true, false), (backup.Exists, backup.Tainted));
    }

    [Fact]
    public async Task Create_ListLagsForAMoment_IsNotBelievedGone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(List() with { Skip = 4, Times = 2 });
        var backup = await world.CreateBackupAsync(vserver);
        Assert.Equal((Assert.Single(world.BackupIdsOf(vserver)), "okay"), (backup["id"], backup["status"]));
    }

    [Fact]
    public async Task Create_Vanishes_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(List() with { Skip = 4, Times = 0 });
        Assert.Equal("The backup vanished", ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver))).Summary);
    }

    [Fact]
    public async Task Create_ListLagsBehindASibling_TakesItsOwn()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var first = await world.CreateBackupAsync(vserver);
        world.Simulator.Faults.Add(List() with { Skip = 2 }, List((string)first["id"]!) with { Skip = 2 });
        var second = world.Core.Resource(TestBackups.Type, "second");
        Assert.Empty(await second.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal(world.BackupIdsOf(vserver), [first["id"], second["id"]]);
    }

    [Fact]
    public async Task Create_EndIsToldLate_IsInTheState()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var finished = List("bbbbb") with { Skip = 3, Times = 0 };
        var unfinished = finished.Text!.Replace(",\"finished\":1647440751", "", StringComparison.Ordinal);
        world.Simulator.Faults.Add(finished with { Times = 2, Text = unfinished }, finished);
        var backup = await world.CreateBackupAsync(vserver);
        Assert.Equal(("bbbbb", "2022-03-16T14:25:51Z"), (backup["id"], backup["finished_at"]));
    }

    [Fact]
    public async Task Create_EarlierOneFailed_IsNotTakenForIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.BackupCreate });
        ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver, "earlier")));
        Assert.Equal("okay", (await world.CreateBackupAsync(vserver))["status"]);
    }

    private static FaultRule List(params IEnumerable<string> backups) => new()
    {
        Method = "GET",
        Path = Lists,
        Status = 200,
        Text = $$"""{"success":true,"data":[{{string.Join(",", backups.Select(Finished))}}]}""",
    };

    private static string Finished(string backup) =>
        $$$"""{"uuid":"{{{backup}}}","name":"nightly","status":"OKAY","percentage":100,"size":1,"unix":{"created":1647438602,"finished":1647440751}}""";
}
