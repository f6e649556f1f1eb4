using System.Net;
using System.Net.Http.Headers;
using Dashserv.Api.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Transport;

/// <summary>What becomes of one call that the API refuses because of too many requests.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "")]
    [InlineData(HttpStatusCode.TooManyRequests, "<html>")]
    [InlineData(HttpStatusCode.ServiceUnavailable, """{"success":false,"data":"ratelimit_exceeded"}""")]
    [InlineData(HttpStatusCode.OK, """{"success":true,"data":"ratelimit_exceeded"}""")]
    public async Task PlaceAsync_RefusedMoreOftenThanRetriesAllow_IsPlacedOnce(HttpStatusCode status, string body)
    {
        using var given = Refused(times: 40, status, body, maxRetries: 1);
        given.Api.Data("\"B86uM\"");

        Assert.Equal("B86uM", await given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));
        Assert.Equal(41, given.Api.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "")]
    [InlineData(HttpStatusCode.ServiceUnavailable, """{"success":false,"data":"maintenance"}""")]
    [InlineData(HttpStatusCode.TooManyRequests, "<html>")]
    public async Task TerminateAsync_RefusedMoreOftenThanRetriesAllow_IsDone(HttpStatusCode status, string body)
    {
        using var given = Refused(times: 40, status, body, maxRetries: 1);
        given.Api.Data("\"product_terminate_success\"");

        await given.Client.Products.TerminateAsync("vserver", "lLPgX", Given.CancellationToken);

        Assert.Equal(41, given.Api.Requests.Count);
    }

    [Fact]
    public async Task ListAsync_OtherFailuresAmongRefusals_UseUpTheRetries()
    {
        using var given = new Given { MaxRetries = 2 };
        foreach (var _ in Enumerable.Range(0, 3))
        {
            given.Api.Answer("", HttpStatusCode.TooManyRequests).Answer("", HttpStatusCode.BadGateway);
        }

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal((502, 6), (e.StatusCode, e.Tries));
    }

    [Fact]
    public async Task ListAsync_RefusedForever_IsToldAfterMinutes()
    {
        using var given = new Given();
        given.Api.Answer("", HttpStatusCode.ServiceUnavailable);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal((ApiErrorKind.RateLimited, e.Tries), (e.Kind, given.Api.Requests.Count));
        Assert.InRange((given.Api.Requests[^1].At - given.Api.Requests[0].At).TotalMinutes, 5, 6);
        Assert.InRange(e.Tries, 50, 300);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    public async Task TerminateAsync_RefusedForever_EndsWithItsTimeAndSaysWhy(HttpStatusCode status, bool mayHaveHadEffect)
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        api.Answer("", status);
        using var client = new DashservClient(new DashservClientOptions { Token = "t", Handler = api }, time, new RecordingLogger());
        using var limit = new CancellationTokenSource(TimeSpan.FromHours(1), time);

        var termination = Task.CompletedTask;
        await Crowd.RunAsync(time, callers: 1, calls: 1, async _ =>
        {
            termination = client.Products.TerminateAsync("vserver", "lLPgX", limit.Token);
            await ((Task)termination).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => termination);
        var refusal = Assert.IsType<ApiException>(e.InnerException);
        Assert.Equal((ApiErrorKind.RateLimited, mayHaveHadEffect), (refusal.Kind, refusal.MayHaveHadEffect));
        Assert.InRange(api.Requests.Count, 300, 600);
    }

    [Fact]
    public async Task PlaceAsync_CancelledWhileRefused_HasNoEffect()
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        api.Answer("", HttpStatusCode.TooManyRequests);
        using var client = new DashservClient(new DashservClientOptions { Token = "t", Handler = api }, time, new RecordingLogger());
        using var limit = new CancellationTokenSource();

        var order = client.Orders.PlaceAsync("vserver", [], limit.Token);
        await limit.CancelAsync();

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);
        Assert.False(Assert.IsType<ApiException>(e.InnerException).MayHaveHadEffect);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task PlaceAsync_NoRetriesWanted_IsToldAtOnce()
    {
        using var given = Refused(times: 1, HttpStatusCode.TooManyRequests, "", maxRetries: 0);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.RateLimited, false, 1), (e.Kind, e.MayHaveHadEffect, e.Tries));
    }

    [Fact]
    public async Task PlaceAsync_RetryAfterNothing_DoesNotInsist()
    {
        using var given = Refused(times: 10, HttpStatusCode.TooManyRequests, "", maxRetries: 6, retryAfter: TimeSpan.Zero);
        given.Api.Data("\"B86uM\"");

        await given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken);

        Assert.All(
            given.Api.Requests.Zip(given.Api.Requests.Skip(1)), static pair => Assert.InRange((pair.Second.At - pair.First.At).TotalSeconds, 0.5, 3));
    }

    [Fact]
    public async Task PlaceAsync_RetryAfterOfHours_IsToldAndOthersAreNotHeldBackSoLong()
    {
        using var given = Refused(times: 1, HttpStatusCode.TooManyRequests, "", maxRetries: 6, retryAfter: TimeSpan.FromHours(5));
        given.Api.Data("[]");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));
        await given.Client.Vservers.ListAsync(Given.CancellationToken);

        Assert.Contains("18000 s", e.Message, StringComparison.Ordinal);
        Assert.InRange((given.Api.Requests[1].At - given.Api.Requests[0].At).TotalSeconds, 0, 2);
    }

    [Fact]
    public async Task OneCall_RefusedForeverWhileOthersAreTaken_HoldsThemBackLittle()
    {
        var time = new FakeTimeProvider();
        using var server = new LimitedServer(time, perSecond: 1000, LimitKind.Bucket) { Breaks = "/status" };
        using var client = new DashservClient(
            new DashservClientOptions { Token = "t", Handler = server, Randomness = static () => 0.5 }, time, new RecordingLogger());
        using var end = new CancellationTokenSource();

        Task broken = Task.CompletedTask;
        await Crowd.RunAsync(time, callers: 5, calls: 300, call =>
        {
            broken = call == 0 ? client.Vservers.StatusAsync("lLPgX", end.Token) : broken;
            return client.Vservers.ListAsync(Given.CancellationToken);
        });
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => broken);
        Assert.InRange(server.Now, 6, 25);
    }

    private static Given Refused(int times, HttpStatusCode status, string body, int maxRetries, TimeSpan? retryAfter = null)
    {
        var given = new Given { MaxRetries = maxRetries };
        foreach (var _ in Enumerable.Range(0, times))
        {
            given.Api.Answer(body, status, response =>
                response.Headers.RetryAfter = retryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null);
        }

        return given;
    }
}
