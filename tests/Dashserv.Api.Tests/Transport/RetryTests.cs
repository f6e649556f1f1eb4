using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Dashserv.Api.Models;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Transport;

public sealed class RetryTests
{
    private static readonly OrderField[] Fields = [new("cpu", "2"), new("location", "kc7aV"), new("interval", "Oha73a")];

    public static TheoryData<string> LostAnswers =>
        ["500", "502", "504", "reset", "ended", "html", "html 503", "json 503", "empty 503", "word 503", "empty", "cut", "timeout"];

    public static TheoryData<string> NothingSent => ["refused", "dns", "rate 503", "rate 429", "rate word"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task PlaceAsync_AnswerLost_IsSentExactlyOnce(string fault)
    {
        using var given = With(fault);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", Fields, Given.CancellationToken));

        Assert.Equal(ApiErrorKind.OutcomeUnknown, e.Kind);
        Assert.True(e.MayHaveHadEffect);
        Assert.Equal(1, e.Tries);
        Assert.Single(given.Api.Requests);
    }

    [Theory]
    [MemberData(nameof(NothingSent))]
    public async Task PlaceAsync_SurelyNotCarriedOut_IsSentAgain(string fault)
    {
        using var given = With(fault);
        given.Api.Data("\"B86uM\"");

        Assert.Equal("B86uM", await given.Client.Orders.PlaceAsync("vserver", Fields, Given.CancellationToken));
        Assert.Equal(2, given.Api.Requests.Count);
        Assert.Equal(given.Api.Requests[0].Body, given.Api.Requests[1].Body);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    [MemberData(nameof(NothingSent))]
    public async Task GetAsync_AnyFault_IsSentAgain(string fault)
    {
        using var given = With(fault);
        given.Api.Answer(Given.Fixture("order-status"));

        Assert.Equal("B86uM", (await given.Client.Orders.GetAsync("B86uM", Given.CancellationToken)).Uuid);
        Assert.Equal(2, given.Api.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    [MemberData(nameof(NothingSent))]
    public async Task QuoteAsync_AnyFault_IsSentAgain(string fault)
    {
        using var given = With(fault);
        given.Api.Answer(Given.Fixture("order-quote"));

        Assert.Equal(35.7m, (await given.Client.Orders.QuoteAsync("vserver", Fields, Given.CancellationToken)).Price.Gross);
        Assert.Equal(2, given.Api.Requests.Count);
        Assert.All(given.Api.Requests, static request => Assert.Contains("calculate=true", request.Body, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    [MemberData(nameof(NothingSent))]
    public async Task UpgradeAsync_AnyFault_IsSentAgain(string fault)
    {
        using var given = With(fault);
        given.Api.Data("\"vserver_upgrade_success\"");

        await given.Client.Vservers.UpgradeAsync("a", 1, 2, 3, Given.CancellationToken);

        Assert.Equal(2, given.Api.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task WhatWouldHappenTwice_AnswerLost_IsSentExactlyOnce(string fault)
    {
        foreach (var act in (Func<DashservClient, Task>[])
        [
            static client => client.Vservers.StartAsync("a", Given.CancellationToken),
            static client => client.Vservers.ReinstallAsync("a", "debian11", Given.CancellationToken),
            static client => client.Vservers.ResetPasswordAsync("a", Given.CancellationToken),
            static client => client.Backups.CreateAsync("a", "b", Given.CancellationToken),
            static client => client.Backups.RestoreAsync("a", "b", Given.CancellationToken),
            static client => client.ScheduledTasks.CreateAsync("a", "DAILY", "BACKUP", null, Given.CancellationToken),
            static client => client.DedicatedServers.InstallAsync("a", "295", "h", Given.CancellationToken),
        ])
        {
            using var given = With(fault);
            var e = await Assert.ThrowsAsync<ApiException>(() => act(given.Client));
            Assert.True(e.MayHaveHadEffect);
            Assert.Single(given.Api.Requests);
        }
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task TerminateAsync_GoneAfterLostAnswer_IsSuccess(string fault)
    {
        using var given = With(fault);
        given.Api.Answer(Given.Fixture("error-not-found"));

        await given.Client.Products.TerminateAsync("vserver", "lLPgX", Given.CancellationToken);

        Assert.Equal(2, given.Api.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(NothingSent))]
    public async Task TerminateAsync_GoneWithoutLostAnswer_IsGone(string fault)
    {
        using var given = With(fault);
        given.Api.Answer(Given.Fixture("error-not-found"));

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Products.TerminateAsync("vserver", "lLPgX", Given.CancellationToken));

        Assert.Equal(ApiErrorKind.Gone, e.Kind);
    }

    [Fact]
    public async Task UpgradeAsync_RefusedAfterLostAnswer_MayHaveHadEffect()
    {
        using var given = With("reset");
        given.Api.Data("\"vserver_locked\"", HttpStatusCode.PreconditionFailed);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.UpgradeAsync("a", 1, 2, 3, Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Rejected, true, 2), (e.Kind, e.MayHaveHadEffect, e.Tries));
    }

    [Theory]
    [InlineData(HttpStatusCode.PreconditionFailed, "\"nope\"")]
    [InlineData(HttpStatusCode.Forbidden, "\"forbidden\"")]
    [InlineData(HttpStatusCode.NotFound, "\"Invalid API route\"")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "\"empty_field:x\"")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task ListAsync_AnswerThatStays_IsNotSentAgain(HttpStatusCode status, string data)
    {
        using var given = new Given();
        given.Api.Data(data == "{}" ? "[{}]" : data, status);

        await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Single(given.Api.Requests);
        Assert.Empty(given.Time.Waits);
    }

    [Fact]
    public async Task ListAsync_FaultStays_WaitsDoublingToThirtySecondsThenFails()
    {
        using var given = new Given { MaxRetries = 8 };
        given.Api.Answer("", HttpStatusCode.BadGateway);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], given.Time.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(9, e.Tries);
        Assert.Contains("9 tries", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_Jitter_IsFull()
    {
        using var given = new Given { MaxRetries = 3, Randomness = static () => 0.25 };
        given.Api.Answer("", HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal([0.125, 0.25, 0.5], given.Time.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListAsync_RetryAfter_Wins(bool asDate)
    {
        using var given = new Given();
        var header = asDate ? new RetryConditionHeaderValue(given.Time.GetUtcNow().AddSeconds(77)) : new RetryConditionHeaderValue(TimeSpan.FromSeconds(77));
        given.Api.Answer("", HttpStatusCode.ServiceUnavailable, response => response.Headers.RetryAfter = header).Data("[]");

        await given.Client.Vservers.ListAsync(Given.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(77), given.Api.Requests[1].At - given.Api.Requests[0].At);
    }

    [Fact]
    public async Task ListAsync_RetryAfterOfHours_FailsAtOnceAndSaysSo()
    {
        using var given = new Given();
        given.Api.Answer(
            "", HttpStatusCode.ServiceUnavailable, static response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(5)));

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal((ApiErrorKind.RateLimited, TimeSpan.FromHours(5)), (e.Kind, e.RetryAfter));
        Assert.Contains("18000 s", e.Message, StringComparison.Ordinal);
        Assert.Empty(given.Time.Waits);
    }

    [Fact]
    public async Task PlaceAsync_CancelledInFlight_SaysThatTheOrderMayExist()
    {
        using var given = new Given();
        using var cancellationToken = CancellationTokenSource.CreateLinkedTokenSource(Given.CancellationToken);
        given.Api.Answer(async (_, token) =>
        {
            await cancellationToken.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException();
        });

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.Client.Orders.PlaceAsync("vserver", Fields, cancellationToken.Token));

        Assert.True(Assert.IsType<ApiException>(e.InnerException).MayHaveHadEffect);
        Assert.Single(given.Api.Requests);
    }

    [Fact]
    public async Task PlaceAsync_AnsweredAfterTheInterrupt_StillHasItsId()
    {
        using var given = new Given(endless: TimeSpan.FromSeconds(3));
        using var cancellationToken = CancellationTokenSource.CreateLinkedTokenSource(Given.CancellationToken);
        given.Api.Answer(async (_, _) =>
        {
            await cancellationToken.CancelAsync();
            return new HttpResponseMessage { Content = new StringContent("""{"success": true, "data": "B86uM"}""") };
        });

        Assert.Equal("B86uM", await given.Client.Orders.PlaceAsync("vserver", Fields, cancellationToken.Token));
    }

    [Fact]
    public async Task PlaceAsync_CancelledBefore_SendsNothing()
    {
        using var given = new Given();

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => given.Client.Orders.PlaceAsync("vserver", Fields, new CancellationToken(canceled: true)));

        Assert.IsNotType<ApiException>(e.InnerException);
        Assert.Empty(given.Api.Requests);
    }

    private static Given With(string fault)
    {
        var given = new Given(requestsTimeOut: fault == "timeout");
        _ = fault switch
        {
            "500" => given.Api.Data("\"error\"", HttpStatusCode.InternalServerError),
            "502" => given.Api.Answer("", HttpStatusCode.BadGateway),
            "504" => given.Api.Answer("<html>", HttpStatusCode.GatewayTimeout),
            "reset" =>
                given.Api.Fail(new HttpRequestException("sending failed", new IOException("reset", new SocketException((int)SocketError.ConnectionReset)))),
            "ended" => given.Api.Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")),
            "html" => given.Api.Answer("<html>maintenance</html>"),
            "html 503" => given.Api.Answer("<html>unavailable</html>", HttpStatusCode.ServiceUnavailable),
            "json 503" => given.Api.Answer("""{"message":"no healthy upstream"}""", HttpStatusCode.ServiceUnavailable),
            "empty 503" => given.Api.Answer("", HttpStatusCode.ServiceUnavailable),
            "word 503" => given.Api.Answer("""{"success":false,"data":"maintenance"}""", HttpStatusCode.ServiceUnavailable),
            "empty" => given.Api.Answer(""),
            "cut" => given.Api.Answer("""{"success":true,"da"""),
            "timeout" => given.Api.Hang(),
            "refused" =>
                given.Api.Fail(new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused))),
            "dns" =>
                given.Api.Fail(
                    new HttpRequestException(HttpRequestError.NameResolutionError, "no such host", new SocketException((int)SocketError.HostNotFound))),
            "rate 503" => given.Api.Data("\"ratelimit_exceeded\"", HttpStatusCode.ServiceUnavailable),
            "rate 429" => given.Api.Answer("<html>", HttpStatusCode.TooManyRequests),
            "rate word" => given.Api.Data("\"ratelimit_exceeded\""),
            _ => throw new InvalidOperationException(fault),
        };
        return given;
    }
}
