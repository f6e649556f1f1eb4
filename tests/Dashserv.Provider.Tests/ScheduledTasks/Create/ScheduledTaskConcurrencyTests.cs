using CoreHarness;
using Dashserv.Provider.Tests.Backups;

namespace Dashserv.Provider.Tests.ScheduledTasks.Create;

/// <summary>The API does not say which task it has made: ten that are all alike, made at once, must be told apart all the same.</summary>
public sealed class ScheduledTaskConcurrencyTests
{
    private const int Runs = 50;

    [Fact]
    public async Task Create_TenAlikeAtOnce_EndWithTenIds()
    {
        await using var world = await ProviderWorld.StartAsync();
        for (var run = 0; run < Runs; run++)
        {
            await world.ConfigureAsync();
            var vserver = world.SeedVserver();
            var tasks = await CreateAsync(world, Enumerable.Repeat(vserver, 10));
            Assert.Equal(10, (await world.ScheduledAsync(vserver)).Distinct().Count());
            Assert.Equal((await world.ScheduledAsync(vserver)).Order(), tasks.Select(t => (string)t["id"]!).Order());
            Assert.Equal(10 * (run + 1), world.TasksAsked());
        }
    }

    [Fact]
    public async Task Create_OnTwoVserversAtOnce_EachHasItsOwn()
    {
        await using var world = await ProviderWorld.StartAsync();
        for (var run = 0; run < Runs; run++)
        {
            await world.ConfigureAsync();
            var (one, other) = (world.SeedVserver(), world.SeedVserver());
            var tasks = await CreateAsync(world, Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? one : other));
            foreach (var vserver in new[] { one, other })
            {
                Assert.Equal(
                    (await world.ScheduledAsync(vserver)).Order(), tasks.Where(t => (string)t["vserver_id"]! == vserver).Select(t => (string)t["id"]!).Order());
            }
        }
    }

    [Fact]
    public async Task Destroy_TenAtOnce_LeavesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var tasks = await CreateAsync(world, Enumerable.Repeat(vserver, 10));
        Assert.Empty((await Task.WhenAll(tasks.Select(t => t.DestroyAsync()))).SelectMany(d => d));
        Assert.Empty(await world.ScheduledAsync(vserver));
    }

    [Fact]
    public async Task Refresh_TenOfOneVserver_AsksOnce()
    {
        await using var world = await ProviderWorld.StartAsync();
        var tasks = await CreateAsync(world, Enumerable.Repeat(world.SeedVserver(), 10));
        world.Simulator.Journal.Clear();
        await Task.WhenAll(tasks.Select(t => t.RefreshAsync()));
        Assert.Equal(1, world.Simulator.Journal.Count());
    }

    private static async Task<ResourceInstance[]> CreateAsync(ProviderWorld world, IEnumerable<string> vservers)
    {
        var created = vservers.Select(v => (Task: world.Resource(TestScheduledTasks.Type), Vserver: v)).ToArray();
        var diagnostics = await Task.WhenAll(created.Select(c => c.Task.ApplyAsync(TestScheduledTasks.Config(c.Vserver))));
        Assert.Empty(diagnostics.SelectMany(d => d));
        return Array.ConvertAll(created, c => c.Task);
    }
}
