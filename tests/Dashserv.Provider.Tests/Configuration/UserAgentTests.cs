using System.Net;
using System.Net.Sockets;
using System.Text;
using CoreHarness;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>By which name the provider is known on the other side.</summary>
public sealed class UserAgentTests
{
    [Theory]
    [InlineData(null, "^User-Agent: terraform-provider-dashserv/[^ ]+ \\(\\+Terraform 1\\.15\\.9\\)\r?$")]
    [InlineData("pipeline/7 ", "^User-Agent: terraform-provider-dashserv/[^ ]+ \\(\\+Terraform 1\\.15\\.9\\) pipeline/7\r?$")]
    [InlineData("a/1\r\nX-Injected: 1\n\tb\u001b[2J", "^User-Agent: [^\r\n]+ a/1 X-Injected: 1 b \\[2J\r?$")]
    [InlineData("Größe/7 \u202e日本", "^User-Agent: terraform-provider-dashserv/[^ ]+ \\(\\+Terraform 1\\.15\\.9\\) Gr e/7\r?$")]
    public async Task Request_Any_NamesProviderAndClient(string? appended, string expected)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        provider.Set("TF_APPEND_USER_AGENT", appended);
        Assert.Empty(await provider.ConfigureAsync(provider.Block.With("endpoint", $"http://{listener.LocalEndpoint}/v1")));
        var asking = provider.Core.ReadDataAsync("dashserv_vservers", Config.Empty);
        var head = await AnswerAsync(listener);
        Assert.Matches($"(?m){expected}", head);
        Assert.True((await asking).HasErrors);
    }

    /// <summary>The head of one request, which is refused.</summary>
    private static async Task<string> AnswerAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, read);
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        await stream.WriteAsync("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        return head.ToString();
    }
}
