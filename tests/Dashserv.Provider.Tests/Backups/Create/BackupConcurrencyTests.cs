using CoreHarness;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups.Create;

/// <summary>The API does not say which backup it has made: those that are alike, and made at once, must be told apart all the same.</summary>
public sealed class BackupConcurrencyTests
{
    private const int Runs = 50;

    [Fact]
    public async Task Create_TwoAlikeAtOnce_EndWithTwoIds()
    {
        await using var world = await StartAsync();
        for (var run = 0; run < Runs; run++)
        {
            await world.ConfigureAsync();
            var vserver = world.SeedVserver(limit: 2);
            var backups = await CreateAsync(world, [vserver, vserver]);
            Assert.Equal(2, world.BackupIdsOf(vserver).Distinct().Count());
            Assert.Equal(world.BackupIdsOf(vserver).Order(), IdsOf(backups));
        }
    }

    [Fact]
    public async Task Create_OnTwoVserversAtOnce_EachHasItsOwn()
    {
        await using var world = await StartAsync();
        for (var run = 0; run < Runs; run++)
        {
            await world.ConfigureAsync();
            var (one, other) = (world.SeedVserver(limit: 2), world.SeedVserver(limit: 2));
            var backups = await CreateAsync(world, [one, other, one, other]);
            foreach (var vserver in new[] { one, other })
            {
                Assert.Equal(2, world.BackupIdsOf(vserver).Count);
                Assert.Equal(world.BackupIdsOf(vserver).Order(), IdsOf(backups.Where(b => (string)b["vserver_id"]! == vserver)));
            }
        }
    }

    [Fact]
    public async Task Create_MoreAtOnceThanTheVserverKeeps_RefusesOneAndLosesNone()
    {
        await using var world = await StartAsync();
        for (var run = 0; run < Runs; run++)
        {
            await world.ConfigureAsync();
            var vserver = world.SeedVserver(limit: 2);
            var backups = Enumerable.Range(0, 3).Select(_ => world.Resource(TestBackups.Type)).ToArray();
            var diagnostics = await Task.WhenAll(backups.Select(b => b.ApplyAsync(TestBackups.Config(vserver))));
            Assert.Equal("The backup would delete another", ProviderWorld.TheError(diagnostics.SelectMany(d => d)).Summary);
            Assert.Equal(2, world.BackupIdsOf(vserver).Count);
            Assert.Equal(world.BackupIdsOf(vserver).Order(), IdsOf(backups.Where(b => b.Exists)));
        }
    }

    [Fact]
    public async Task Destroy_TwoAtOnce_LeavesNothing()
    {
        await using var world = await StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        var backups = await CreateAsync(world, [vserver, vserver]);
        Assert.Empty((await Task.WhenAll(backups.Select(b => b.DestroyAsync()))).SelectMany(d => d));
        Assert.Empty(world.BackupsOf(vserver));
    }

    private static async Task<ProviderWorld> StartAsync()
    {
        var world = await ProviderWorld.StartAsync();
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.FromMilliseconds(1) });
        return world;
    }

    private static IEnumerable<string> IdsOf(IEnumerable<ResourceInstance> backups) => backups.Select(b => (string)b["id"]!).Order();

    private static async Task<ResourceInstance[]> CreateAsync(ProviderWorld world, string[] vservers)
    {
        var backups = Array.ConvertAll(vservers, _ => world.Resource(TestBackups.Type));
        var diagnostics = await Task.WhenAll(backups.Select((b, i) => b.ApplyAsync(TestBackups.Config(vservers[i]))));
        Assert.Empty(diagnostics.SelectMany<Diagnostics, Diagnostic>(d => d));
        return backups;
    }
}
