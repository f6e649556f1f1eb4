using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Power;

/// <summary><c>force_stop</c> where the API has no plug to pull: its reference has no <c>stop</c> for dedicated servers.</summary>
public sealed class ForceStopTests
{
    private static readonly Config Forced = TestDedicatedServer.Bare.With("force_stop", true).With("shutdown_timeout", "90s");

    [Theory]
    [InlineData(404, "Invalid API route")]
    [InlineData(405, "Invalid HTTP method")]
    public async Task Update_ApiHasNoStop_SaysSoAndNothingOfTheEndpoint(int status, string word)
    {
        await using var world = await StartAsync(status, word);
        var server = await world.CreateDedicatedAsync(Forced);
        world.Change(server, new ProductChange { ObeysAcpi = false });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Forced.With("power_state", "offline")));
        Assert.Equal(("The server cannot be stopped by force", "force_stop"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["still running after 1m30s", "the API has none for dedicated servers", "actions/stop", $"HTTP {status}", "Shut it down from inside",
                "customer panel", "shutdown_timeout"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("endpoint", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_ApiHasNoStop_TerminatesAllTheSame()
    {
        await using var world = await StartAsync(404, "Invalid API route");
        var server = await world.CreateDedicatedAsync(Forced.With("shutdown_before_destroy", true));
        world.Change(server, new ProductChange { ObeysAcpi = false });
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Equal((Severity.Warning, "The server was terminated while running"), (warning.Severity, warning.Summary));
        Assert.Contains("the API has none for dedicated servers", warning.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Simulator.World.State().Products);
    }

    private static async Task<ProviderWorld> StartAsync(int status, string word)
    {
        var world = await ProviderWorld.StartAsync(TestVserver.Swift with { DeploymentTime = TimeSpan.Zero }, time: new JumpingClock());
        world.Simulator.Faults.Add(new FaultRule { Path = "*/actions/stop", Status = status, Word = word, Times = 0 });
        return world;
    }
}
