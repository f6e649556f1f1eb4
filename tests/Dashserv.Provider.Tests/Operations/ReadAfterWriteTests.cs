using CoreHarness;
using Dashserv.Provider.Tests.BackupRestores;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.ScheduledTasks;
using Dashserv.Provider.Tests.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>A list that resources share is no answer any more for what has been written since it was taken.</summary>
public sealed class ReadAfterWriteTests
{
    [Theory]
    [InlineData("cores", 4)]
    [InlineData("image", "debian10")]
    public async Task Vserver_ChangedInPlace_IsReadAnew(string attribute, object value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        await RequireReadAnewAsync(
            world, server, "/v1/product/vserver", async () => RequireNoError(await server.ApplyAsync(config.With(attribute, value))));
    }

    [Fact]
    public async Task Vserver_Restored_IsReadAnew()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var server = world.Vserver();
        Assert.Empty(await server.ImportAsync(vserver));
        await RequireReadAnewAsync(world, server, "/v1/product/vserver", async () =>
            RequireNoError(await world.Resource(TestBackupRestores.Type).ApplyAsync(TestBackupRestores.Config(vserver, backup))));
    }

    [Fact]
    public async Task DedicatedServer_Reinstalled_IsReadAnew()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        await RequireReadAnewAsync(world, server, "/v1/product/dedicated-server", async () =>
            RequireNoError(await server.ApplyAsync(TestDedicatedServer.InPlace.With("template", "Debian 10 (Buster)"))));
    }

    [Theory]
    [InlineData(TestVserver.Type)]
    [InlineData(TestDedicatedServer.Type)]
    public async Task Server_Terminated_IsGone(string type)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateAsync(type, type == TestVserver.Type ? TestVserver.Config : TestDedicatedServer.Config);
        var twin = await TwinAsync(world, type, (string)server["id"]!);
        RequireNoError(await server.DestroyAsync());
        await twin.RefreshAsync();
        Assert.False(twin.Exists);
    }

    [Theory]
    [InlineData(TestBackups.Type)]
    [InlineData(TestScheduledTasks.Type)]
    public async Task Owned_Deleted_IsGone(string type)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var owned = await world.CreateAsync(type, type == TestBackups.Type ? TestBackups.Config(vserver) : TestScheduledTasks.Config(vserver));
        var twin = await TwinAsync(world, type, $"{vserver}/{owned["id"]}");
        RequireNoError(await owned.DestroyAsync());
        await twin.RefreshAsync();
        Assert.False(twin.Exists);
    }

    // One more may cost any other its place.
    [Fact]
    public async Task Backup_AnotherMade_IsReadAnew()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        var first = await world.CreateBackupAsync(vserver, "first");
        await RequireReadAnewAsync(
            world, first, $"/v1/product/vserver/{vserver}/backup", () => world.CreateBackupAsync(vserver, "second"));
    }

    private static async Task RequireReadAnewAsync(ProviderWorld world, ResourceInstance resource, string list, Func<Task> write)
    {
        await ShareAListAsync(resource);
        Assert.Equal(0, await ReadsAsync(world, resource, list));
        await write();
        Assert.NotEqual(0, await ReadsAsync(world, resource, list));
    }

    /// <summary>The same thing once more, as a list that is shared tells it.</summary>
    private static async Task<ResourceInstance> TwinAsync(ProviderWorld world, string type, string id)
    {
        var twin = world.Resource(type);
        Assert.DoesNotContain(await twin.ImportAsync(id), d => d.Severity == Severity.Error);
        await ShareAListAsync(twin);
        return twin;
    }

    // The first few reads ask for one thing each.
    private static async Task ShareAListAsync(ResourceInstance resource)
    {
        for (var reads = 0; reads < 5; reads++)
        {
            await resource.RefreshAsync();
        }
    }

    private static async Task<int> ReadsAsync(ProviderWorld world, ResourceInstance resource, string list)
    {
        world.Simulator.Journal.Clear();
        await resource.RefreshAsync();
        return world.Simulator.Journal.Entries().Count(e => e.Path == list || e.Path == $"{list}/{resource["id"]}");
    }

    private static void RequireNoError(IEnumerable<Diagnostic> diagnostics) => Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
}
