using CoreHarness;

namespace Dashserv.Provider.Tests.Vservers;

/// <summary>The server most tests of the resource begin with.</summary>
internal static class TestVserver
{
    public const string Type = "dashserv_vserver";

    public static CoreHarness.Config Config { get; } = CoreHarness.Config.Of(("name", "web"), ("cores", 2), ("ram", 4), ("disk", 40), ("image", "debian11"), ("location", "DE"));

    public static ResourceInstance Vserver(this ProviderWorld world) => world.Resource(Type);

    public static Task<ResourceInstance> CreateVserverAsync(this ProviderWorld world, Config? config = null) => world.CreateAsync(Type, config ?? Config);
}
