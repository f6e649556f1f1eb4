using System.Text;
using CoreHarness;
using Dashserv.Api.Tests.Fuzz;
using Dashserv.Provider.Tests.BackupRestores;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.ScheduledTasks;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.VserverPasswords;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Fuzz;

/// <summary>
/// An API that answers now and then with what almost is an answer, while a resource is made, read, changed and destroyed. DASHSERV_FUZZ_LIVES says how many
/// lives of each resource are tried, and DASHSERV_FUZZ_SEED which.
/// </summary>
public sealed class HostileApiTests
{
    private static readonly int Lives = FuzzSetting.Of("DASHSERV_FUZZ_LIVES", 25);

    private static readonly Dictionary<string, (string Type, Func<ProviderWorld, (Config First, Config Second)> Configure)> Resources = new()
    {
        ["vserver"] = (TestVserver.Type, _ => (TestVserver.Config, TestVserver.Config.With("cores", 4).With("power_state", "online"))),
        ["reinstalled vserver"] = (TestVserver.Type, _ => (Triggered(TestVserver.Config, "1"), Triggered(TestVserver.Config, "2"))),
        ["dedicated server"] = (TestDedicatedServer.Type, _ => (TestDedicatedServer.InPlace, TestDedicatedServer.InPlace.With("template", "278"))),
        ["product"] = (TestProduct.Type, _ => (TestProduct.Config, TestProduct.Config.With("deletion_protection", false))),
        ["backup"] = (TestBackups.Type, world => Same(TestBackups.Config(world.SeedVserver()))),
        ["restore"] = (TestBackupRestores.Type, world => Same(Restorable(world))),
        ["task"] = (TestScheduledTasks.Type, world => Same(TestScheduledTasks.Config(world.SeedVserver()))),
        ["password"] = (TestVserverPassword.Type, world => Same(world.SeedServer())),
    };

    public static TheoryData<string> Names => [.. Resources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Life_AmongAlmostAnswers_OrdersOnceAndBreaksNoRule(string name)
    {
        var seed = FuzzSetting.Seed;
        for (var life = 0; life < Lives; life++)
        {
            try
            {
                await LiveAsync(name, new Random((seed * 10_007) + life + name.Sum(c => c)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{name}, seed {seed}, life {life}: {e.Message}", e);
            }
        }
    }

    private static async Task LiveAsync(string name, Random random)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (type, configure) = Resources[name];
        var (first, second) = configure(world);
        var resource = world.Resource(type);
        var isCreateHostile = random.Next(2) == 0;
        if (isCreateHostile)
        {
            Strike(world, random);
        }

        var told = await resource.ApplyAsync(first);
        Check(told);
        if (!resource.Exists)
        {
            Assert.True(
                world.OrdersPlaced == 0 || told.Any(d => d.Severity == Severity.Error && d.Detail.Contains("cost", StringComparison.Ordinal)),
                $"An order was placed, and nobody was told: {string.Join("; ", told)}");
            return;
        }

        if (!isCreateHostile)
        {
            Strike(world, random);
        }

        Check(await resource.RefreshAsync());
        Check(await resource.ApplyAsync(second));
        world.Simulator.Faults.Clear();
        Assert.InRange(world.OrdersPlaced, 0, 1);
        if (resource.Tainted)
        {
            return;
        }

        Check(await resource.ApplyAsync(second));
        Assert.InRange(world.OrdersPlaced, 0, 1);
        Assert.DoesNotContain(await resource.DestroyAsync(), d => d.Severity == Severity.Error);
        Assert.False(resource.Exists);
    }

    private static void Strike(ProviderWorld world, Random random) => world.Simulator.Faults.Add(new FaultRule
    {
        Skip = random.Next(8),
        Times = random.Next(1, 4),
        Change = body => Mutation.Of(Encoding.UTF8.GetString(body.Span), random),
    });

    // A fault of ours would be told as one.
    private static void Check(Diagnostics told) => Assert.All(told, d =>
    {
        Assert.DoesNotContain("   at ", d.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("bug in the provider", d.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(d.ToString(), c => char.IsControl(c) && c is not ('\n' or '\t'));
    });

    private static Config Triggered(Config config, string release) => config.With("reinstall_triggers", Config.Of(("release", release)));

    private static Config Restorable(ProviderWorld world)
    {
        var (vserver, backup) = world.SeedRestorable();
        return TestBackupRestores.Config(vserver, backup);
    }

    private static (Config First, Config Second) Same(Config config) => (config, config);
}
