using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Change;

/// <summary>An order that is not delivered yet, and something else that is wanted by then: what the server comes with is what was ordered.</summary>
public sealed class DedicatedServerPendingChangeTests
{
    private static readonly Config Hasty = TestDedicatedServer.InPlace.With("timeouts", Config.Of(("create", "1m")));

    [Theory]
    [InlineData("template", "278", false)]
    [InlineData("hostname", "db2.example.com", false)]
    [InlineData("template", "278", true)]
    [InlineData("hostname", "db2.example.com", true)]
    public async Task Update_OtherSystemWanted_IsInstalledOnceDelivered(string attribute, string value, bool isAppliedWhilePending)
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow with { FormStyle = FormStyle.B }, time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var server = await StartAsync(world);
        var config = Hasty.With(attribute, value);
        if (isAppliedWhilePending)
        {
            Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(config)).Summary);
        }

        var plan = await server.PlanAsync(config);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        var sent = Assert.Single(world.Simulator.Journal.Entries("*/installation/create")).Fields;
        Assert.Equal((attribute == "template" ? "278" : "295", attribute == "hostname" ? value : "db.example.com"), (sent["template"], sent["hostname"]));
        Assert.Equal(value, server[attribute]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Update_HostNameChangedAndDeliverySeenByARefresh_IsInstalled()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow with { FormStyle = FormStyle.B }, time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var server = await StartAsync(world);
        var config = Hasty.With("hostname", "db2.example.com");
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(config)).Summary);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        var plan = await server.PlanAsync(config);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal("db2.example.com", Assert.Single(world.Simulator.Journal.Entries("*/installation/create")).Fields["hostname"]);
    }

    [Fact]
    public async Task Update_SameSystemWanted_InstallsNothing()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow with { FormStyle = FormStyle.B }, time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var server = await StartAsync(world);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.DoesNotContain(await server.ApplyAsync(Hasty), d => d.Severity == Severity.Error);
        Assert.Equal((0, TestDedicatedServer.Debian11), (world.Installations(), server["os"]));
    }

    private static async Task<ResourceInstance> StartAsync(ProviderWorld world)
    {
        var server = world.Dedicated();
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(Hasty)).Summary);
        return server;
    }
}
