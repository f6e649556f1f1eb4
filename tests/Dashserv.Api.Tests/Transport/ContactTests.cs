using System.Net;
using System.Net.Sockets;
using Dashserv.Api.Tests.Support;
using Dashserv.Api.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Transport;

/// <summary>Nobody answers, or nobody is there.</summary>
public sealed class ContactTests
{
    private static readonly Uri Url = new("https://api.dashserv.io/v1/product/vserver");

    public static TheoryData<string> NobodyThere => ["refused", "no name", "no route", "no tunnel", "connect time-out"];

    [Theory]
    [MemberData(nameof(NobodyThere))]
    public async Task FirstConnection_Fails_IsGivenUpAfterThreeTries(string fault)
    {
        using var given = new Given { MaxRetries = 20 };
        given.Api.Fail(Fault(fault));

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Unreachable, 3), (e.Kind, e.Tries));
        Assert.Contains("api.dashserv.io", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NobodyThere))]
    public async Task FirstConnection_FailedForAnotherCall_IsTriedOnce(string fault)
    {
        using var given = new Given();
        given.Api.Fail(Fault(fault));
        await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Unreachable, 1, false), (e.Kind, e.Tries, e.MayHaveHadEffect));
    }

    [Theory]
    [MemberData(nameof(NobodyThere))]
    public async Task LaterConnection_Fails_HasAllRetries(string fault)
    {
        using var given = new Given { MaxRetries = 8 };
        given.Api.Data("[]").Fail(Fault(fault));
        await given.Client.Vservers.ListAsync(Given.CancellationToken);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal(9, e.Tries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Silence_OfAMinuteTwice_IsAnOutage(bool wasAnsweredBefore)
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        _ = wasAnsweredBefore ? api.Data("[]").Hang() : api.Hang();
        using var client = new DashservClient(new DashservClientOptions { Token = "t", Handler = api }, time, new RecordingLogger());
        if (wasAnsweredBefore)
        {
            await client.Vservers.ListAsync(Given.CancellationToken);
        }

        var start = time.GetUtcNow();
        var e = await FailAsync(time, client);

        Assert.Equal((ApiErrorKind.OutcomeUnknown, 2), (e.Kind, e.Tries));
        Assert.InRange((time.GetUtcNow() - start).TotalSeconds, 120, 122);
        Assert.Contains("no answer within 60 s from api.dashserv.io", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_OtherFailuresBetween_EndsAsWell()
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        api.Hang().Answer("", HttpStatusCode.BadGateway).Hang();
        using var client = new DashservClient(new DashservClientOptions { Token = "t", Handler = api }, time, new RecordingLogger());

        Assert.Equal(3, (await FailAsync(time, client)).Tries);
    }

    [Fact]
    public async Task Silence_TimeOfTheOperationIsUp_EndsThere()
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        api.Hang();
        using var client = new DashservClient(new DashservClientOptions { Token = "t", Handler = api }, time, new RecordingLogger());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), time);

        var list = client.Vservers.ListAsync(limit.Token);
        time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => list);
    }

    [Fact]
    public void Route_NoProxy_NamesTheApi()
    {
        var route = Route.To(Url, new WebProxy());

        Assert.Equal(("api.dashserv.io", "api.dashserv.io"), (route.FirstHop, route.Whole));
        Assert.Contains("check `endpoint`", route.UnknownName, StringComparison.Ordinal);
    }

    [Fact]
    public void Route_Proxy_IsNamedWithoutItsPassword()
    {
        var route = Route.To(Url, new WebProxy("http://user:secret@proxy.example:3128"));

        Assert.Equal(("the proxy proxy.example:3128", "api.dashserv.io by way of the proxy proxy.example:3128"), (route.FirstHop, route.Whole));
        Assert.Contains("proxy.example of the proxy", route.UnknownName, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY", route.UnknownName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("https://localhost/v1")]
    public void Route_ToThisMachine_TakesNoProxy(string url) => Assert.Null(Route.To(new Uri(url), new WebProxy("http://proxy.example:3128")).Proxy);

    private static async Task<ApiException> FailAsync(FakeTimeProvider time, DashservClient client)
    {
        var list = Task.CompletedTask;
        await Crowd.RunAsync(time, callers: 1, calls: 1, async _ =>
        {
            list = client.Vservers.ListAsync(Given.CancellationToken);
            await list.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        return await Assert.ThrowsAsync<ApiException>(() => list);
    }

    private static Exception Fault(string fault) => fault switch
    {
        "refused" => new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)),
        "no route" => new HttpRequestException(HttpRequestError.ConnectionError, "no route", new SocketException((int)SocketError.HostUnreachable)),
        "no name" => new HttpRequestException(HttpRequestError.NameResolutionError, "no such host", new SocketException((int)SocketError.HostNotFound)),
        "no tunnel" => new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy tunnel request failed with status code '502'."),
        "connect time-out" => new TaskCanceledException("connect", new TimeoutException()),
        _ => throw new InvalidOperationException(fault),
    };
}
