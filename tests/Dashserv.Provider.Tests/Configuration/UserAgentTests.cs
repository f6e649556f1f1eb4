using System.Net;
using CoreHarness;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>By which name the provider is known on the other side.</summary>
public sealed class UserAgentTests
{
    [Theory]
    [InlineData(null, "^terraform-provider-dashserv/[^ ]+ \\(\\+Terraform 1\\.15\\.9\\)$")]
    [InlineData("pipeline/7 ", "^terraform-provider-dashserv/[^ ]+ \\(\\+Terraform 1\\.15\\.9\\) pipeline/7$")]
    public async Task Request_Any_NamesProviderAndClient(string? appended, string expected)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        using var listener = new HttpListener();
        var address = Listen(listener);
        provider.Set("TF_APPEND_USER_AGENT", appended);
        Assert.Empty(await provider.ConfigureAsync(provider.Block.With("endpoint", address)));
        var asking = provider.Core.ReadDataAsync("dashserv_vservers", Config.Empty);
        var request = await listener.GetContextAsync();
        Assert.Matches(expected, request.Request.UserAgent);
        request.Response.StatusCode = 500;
        request.Response.Close();
        Assert.True((await asking).HasErrors);
    }

    // A port may be taken between its choice and its use.
    private static string Listen(HttpListener listener)
    {
        for (var attempt = 1; ; attempt++)
        {
            var prefix = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/";
            listener.Prefixes.Add(prefix);
            try
            {
                listener.Start();
                return $"{prefix}v1";
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Prefixes.Remove(prefix);
            }
        }
    }
}
