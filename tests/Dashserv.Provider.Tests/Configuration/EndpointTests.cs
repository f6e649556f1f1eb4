using Dashserv.Provider.Configuration;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>Where the token goes: over https, or nowhere but to this machine.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("http://api.dashserv.io/v1", "in clear")]
    [InlineData("http://192.168.1.2/v1", "in clear")]
    [InlineData("http://localhost.example.com/v1", "in clear")]
    [InlineData("ftp://localhost/v1", "is not an address")]
    [InlineData("api.dashserv.io/v1", "is not an address")]
    [InlineData("", "is not an address")]
    [InlineData("https://me:secret@api.dashserv.io/v1", "must not hold credentials")]
    [InlineData("https://api.dashserv.io/v1?token=secret", "must not hold credentials, a query")]
    public async Task Endpoint_Unusable_IsRefusedBeforeAnythingIsSent(string endpoint, string told)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError(await provider.ConfigureAsync(provider.Block.With("endpoint", endpoint)));
        Assert.Equal("endpoint", error.Path.ToString());
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.dashserv.io/v1", "in clear")]
    [InlineData("nonsense", "is not an address")]
    public async Task Endpoint_UnusableInEnvironment_IsRefusedByItsName(string endpoint, string told)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError(await provider.Set("DASHSERV_ENDPOINT", endpoint).ConfigureAsync(provider.Block.Without("endpoint")));
        Assert.Equal(("Invalid endpoint in DASHSERV_ENDPOINT", "endpoint"), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("http://localhost:8080/v1")]
    [InlineData("http://[::1]:8080/v1")]
    [InlineData("https://api.example.com/v1")]
    public void Endpoint_ToThisMachineOrEncrypted_IsAllowed(string endpoint) => Assert.Null(ProviderChecks.FindEndpointProblem(endpoint));

    [Fact]
    public async Task Endpoint_InEnvironment_IsUsed()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Equal("reseller", await provider.Set("DASHSERV_ENDPOINT", provider.Endpoint).AccountAsync(provider.Block.Without("endpoint")));
    }

    [Fact]
    public async Task Endpoint_Configured_WinsOverEnvironment()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Equal("reseller", await provider.Set("DASHSERV_ENDPOINT", "https://127.0.0.1:1/v1").AccountAsync(provider.Block));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    public async Task Endpoint_TrailingSlashes_DoNotMatter(string slashes)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Equal("reseller", await provider.AccountAsync(provider.Block.With("endpoint", provider.Endpoint + slashes)));
        Assert.Equal("/v1/product/vserver", provider.LastRequest.Path);
    }
}
