using Dashserv.Provider.Tests.Vservers;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>What the configuration protects before any apply has said so.</summary>
public sealed class ProtectionTests
{
    [Fact]
    public async Task Destroy_ImportedAndOnlyTheConfigurationProtectsIt_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var imported = world.Core.Resource(TestVserver.Type, "imported");
        Assert.Empty(await imported.ImportAsync((string)server["id"]!));

        // As Terraform does before it plans a destroy: it looks at all that is configured.
        await imported.PlanAsync(TestVserver.Config.With("deletion_protection", true));
        var error = ProviderWorld.TheError((await imported.PlanDestroyAsync()).Diagnostics);
        Assert.Equal(("Protected against deletion", "deletion_protection"), (error.Summary, error.Path.ToString()));

        await imported.PlanAsync(TestVserver.Config);
        Assert.Empty((await imported.PlanDestroyAsync()).Diagnostics);
    }

    [Fact]
    public async Task Destroy_Abandoned_SaysSoInThePlanAlready()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("on_destroy", "abandon"));
        var warning = Assert.Single((await server.PlanDestroyAsync()).Diagnostics);
        Assert.Contains("will be dropped from the state without being terminated", warning.Detail, StringComparison.Ordinal);
    }
}
