using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Transport;

/// <summary>What only a real network shows.</summary>
public sealed class NetworkTests
{
    [Fact]
    public async Task StartAsync_ConnectionCutOnReuse_IsNotSilentlySentAgain()
    {
        await using var server = new LoopbackServer(static request => request == 1 ? LoopbackServer.Ok("""{"success":true,"data":[]}""") : null);
        using var client = Client(server.Endpoint);

        // The first request leaves a connection behind. On such a one the HTTP stack repeats a request without a body by itself.
        await client.Vservers.ListAsync(Given.CancellationToken);
        var e = await Assert.ThrowsAsync<ApiException>(() => client.Vservers.StartAsync("a", Given.CancellationToken));

        Assert.Equal((ApiErrorKind.OutcomeUnknown, true), (e.Kind, e.MayHaveHadEffect));
        Assert.Equal(2, server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\":true")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")]
    public async Task PlaceAsync_AnswerCutOrGarbled_IsSentExactlyOnce(string answer)
    {
        await using var server = new LoopbackServer(_ => answer.Length == 0 ? null : answer);
        using var client = Client(server.Endpoint, TimeSpan.FromMilliseconds(500));

        var e = await Assert.ThrowsAsync<ApiException>(() => client.Orders.PlaceAsync("vserver", [new("cpu", "1")], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.OutcomeUnknown, true), (e.Kind, e.MayHaveHadEffect));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task ListAsync_TokenEchoedInGarbage_IsNotShown()
    {
        await using var server = new LoopbackServer(static _ => $"{Given.Token} {Given.Token}\r\n\r\n");
        using var client = new DashservClient(
            new DashservClientOptions { Endpoint = server.Endpoint, Token = Given.Token, MaxRetries = 0 }, TimeProvider.System, new RecordingLogger());

        var e = await Assert.ThrowsAsync<ApiException>(() => client.Vservers.ListAsync(Given.CancellationToken));

        Assert.DoesNotContain(Given.Token, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceAsync_NobodyListens_IsUnreachableAndTriedAgain()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        using var client = Client(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v1")));
        var e = await Assert.ThrowsAsync<ApiException>(() => client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Unreachable, false, 3), (e.Kind, e.MayHaveHadEffect, e.Tries));
        Assert.Contains("Nothing was sent", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceAsync_NameUnknown_IsUnreachable()
    {
        using var client = Client(new Uri("https://api.dashserv.invalid/v1"));
        var e = await Assert.ThrowsAsync<ApiException>(() => client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Unreachable, false), (e.Kind, e.MayHaveHadEffect));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_AnyKind_IsNotFollowed(int status)
    {
        await using var elsewhere = new LoopbackServer(static _ => LoopbackServer.Ok("""{"success":true,"data":"B86uM"}"""));
        await using var server = new LoopbackServer(_ => $"HTTP/1.1 {status} Moved\r\nLocation: {elsewhere.Endpoint}\r\nContent-Length: 0\r\n\r\n");
        using var client = Client(server.Endpoint);

        var e = await Assert.ThrowsAsync<ApiException>(() => client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Redirected, status, false), (e.Kind, e.StatusCode, e.MayHaveHadEffect));
        Assert.Contains(elsewhere.Endpoint.ToString(), e.Message, StringComparison.Ordinal);
        Assert.Contains("check `endpoint`", e.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (server.Requests, elsewhere.Requests));
    }

    private static DashservClient Client(Uri endpoint, TimeSpan? timeout = null) => new(
        new DashservClientOptions
        {
            Endpoint = endpoint,
            Token = "t",
            MaxRetries = 2,
            Randomness = static () => 0,
            RequestTimeout = timeout ?? TimeSpan.FromSeconds(30)
        },
        TimeProvider.System,
        new RecordingLogger());
}
