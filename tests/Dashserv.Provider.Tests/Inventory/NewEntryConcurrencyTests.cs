using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.ScheduledTasks;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.Inventory;

/// <summary>As one apply does it: all that a vserver is to have, at once, by a provider that has just been started.</summary>
public sealed class NewEntryConcurrencyTests
{
    private const int Runs = 50;

    [Fact]
    public async Task Create_TwoBackupsAndTenTasksAtOnce_EachKnowsItsOwnId()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.FromMilliseconds(1) });
        for (var run = 0; run < Runs; run++)
        {
            await world.ConfigureAsync();
            var vserver = world.SeedVserver(limit: 2);
            ResourceInstance[] backups = [.. Enumerable.Range(0, 2).Select(_ => world.Resource(TestBackups.Type))];
            ResourceInstance[] tasks = [.. Enumerable.Range(0, 10).Select(_ => world.Resource(TestScheduledTasks.Type))];
            var diagnostics = await Task.WhenAll(
                [.. backups.Select(b => b.ApplyAsync(TestBackups.Config(vserver))), .. tasks.Select(t => t.ApplyAsync(TestScheduledTasks.Config(vserver)))]);

            Assert.Empty(diagnostics.SelectMany(d => d));
            var (backupIds, taskIds) = (world.BackupIdsOf(vserver), await world.ScheduledAsync(vserver));
            Assert.Equal((2, 10), (backupIds.Distinct().Count(), taskIds.Distinct().Count()));
            Assert.Equal(backupIds.Order(), IdsOf(backups));
            Assert.Equal(taskIds.Order(), IdsOf(tasks));
        }
    }

    private static IEnumerable<string> IdsOf(ResourceInstance[] resources) => resources.Select(r => (string)r["id"]!).Order();
}
