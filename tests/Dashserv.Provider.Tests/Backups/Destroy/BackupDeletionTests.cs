using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Backups.Destroy;

/// <summary>A backup leaves the state when it is deleted, and not before.</summary>
public sealed class BackupDeletionTests
{
    [Theory]
    [InlineData(412, "Das Backup wird gerade verwendet.", "Das Backup wird gerade verwendet.")]
    [InlineData(403, "forbidden", "write permission")]
    [InlineData(404, "Invalid API route", "endpoint")]
    [InlineData(503, "ratelimit_exceeded", "requests_per_second")]
    [InlineData(500, "internal_error", "the server failed")]
    public async Task Destroy_Refused_KeepsTheStateAndSaysWhy(int status, string word, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = status, Word = word });
        var error = ProviderWorld.TheError(await backup.DestroyAsync());
        Assert.Equal("The backup \"nightly\" was not deleted", error.Summary);
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains("still in the state", error.Detail, StringComparison.Ordinal);
        Assert.True(backup.Exists);
        Assert.Empty(await backup.DestroyAsync());
        Assert.Empty(world.BackupsOf(vserver));
    }

    [Theory]
    [InlineData("resource_not_found")]
    [InlineData("ressource_not_found")]
    public async Task Destroy_GoneAlready_IsDone(string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        var backup = await world.CreateBackupAsync(world.SeedVserver());
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = word });
        Assert.Empty(await backup.DestroyAsync());
        Assert.False(backup.Exists);
    }

    [Fact]
    public async Task Destroy_VserverGoneAlready_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        var plan = await backup.PlanDestroyAsync();
        world.Simulator.World.Delete(vserver);
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.False(backup.Exists);
    }

    [Fact]
    public async Task Destroy_AnswerLostAfterTheEffect_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Cut = CutMoment.After });
        Assert.Empty(await backup.DestroyAsync());
        Assert.False(backup.Exists);
        Assert.Empty(world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Destroy_AnswerLostBeforeTheEffect_KeepsTheState()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Cut = CutMoment.Before });
        var error = ProviderWorld.TheError(await backup.DestroyAsync());
        Assert.Equal("The backup \"nightly\" was not deleted", error.Summary);
        Assert.All(
            [$"DELETE /v1/product/vserver/{vserver}/backup/", "the connection broke", "still in the state"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(backup.Exists);
        Assert.Equal(["nightly"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Destroy_LockThatNeverClears_KeepsTheStateAndNamesIt()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        world.Simulator.World.Lock(vserver, "upgrade", TimeSpan.FromDays(1));
        var error = ProviderWorld.TheError(await backup.DestroyAsync());
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.Contains("longer than 1h", error.Detail, StringComparison.Ordinal);
        Assert.Contains("locked: \"upgrade\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("still in the state", error.Detail, StringComparison.Ordinal);
        Assert.True(backup.Exists);
    }

    [Fact]
    public async Task Destroy_Locked_WaitsForTheLock()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var backup = await world.CreateBackupAsync(vserver);
        Assert.Empty(await world.RunPastLockAsync(vserver, backup.DestroyAsync));
        Assert.Empty(world.BackupsOf(vserver));
    }
}
