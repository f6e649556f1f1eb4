using CoreHarness;

namespace Dashserv.Provider.Tests.Products;

/// <summary>Webhosting stands for every product that has no resource of its own.</summary>
internal static class TestProduct
{
    public const string Type = "dashserv_product";

    public static Config Options { get; } = Config.Of(("domain", "example.com"), ("webspace", "20"), ("php", "8.1"));

    public static Config Bare { get; } = Config.Of(("product", "webhosting"), ("location", "DE"));

    public static Config Config { get; } = Bare.With("options", Options);

    /// <summary>A product that is sold in packages.</summary>
    public static Config Packaged { get; } = CoreHarness.Config.Of(
        ("product", "webhosting:packages"), ("package", "S"), ("location", "DE"), ("options", CoreHarness.Config.Of(("domain", "example.com"))));

    public static ResourceInstance Product(this ProviderWorld world) => world.Resource(Type);

    public static Task<ResourceInstance> CreateProductAsync(this ProviderWorld world, Config? config = null) => world.CreateAsync(Type, config ?? Config);
}
