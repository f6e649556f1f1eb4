using System.Net;
using System.Net.Http.Headers;
using Dashserv.Api.Tests.Support;
using Dashserv.Api.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Transport;

public sealed class LimitTests
{
    [Fact]
    public async Task RateLimit_OneRequest_HoldsAllOthersBack()
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        api.Answer(
            "", HttpStatusCode.ServiceUnavailable, static response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(20)))
                .Data("[]");
        using var client = new DashservClient(new DashservClientOptions { Token = "t", Handler = api }, time, new RecordingLogger());

        var limited = client.Vservers.ListAsync(Given.CancellationToken);
        var others = Enumerable.Range(0, 3).Select(_ => client.Orders.PlaceAsync("vserver", [], Given.CancellationToken)).ToList();
        Assert.Single(api.Requests);

        time.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(api.Requests);
        Assert.All(others, static other => Assert.False(other.IsCompleted));

        time.Advance(TimeSpan.FromSeconds(1.1));
        await limited;
        Assert.Equal(2, api.Requests.Count);
        foreach (var other in others)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Assert.ThrowsAsync<ApiException>(() => other);
        }

        Assert.Equal(5, api.Requests.Count);
        Assert.All(api.Requests.Skip(1), request => Assert.True(request.At - api.Requests[0].At >= TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task RateLimit_WaitingRequest_IsCancelledAtOnce()
    {
        var time = new FakeTimeProvider();
        using var api = new FakeApi(time);
        api.Answer("", HttpStatusCode.TooManyRequests);
        using var client =
            new DashservClient(new DashservClientOptions { Token = "t", Handler = api, Randomness = static () => 1 }, time, new RecordingLogger());
        using var cancellationToken = CancellationTokenSource.CreateLinkedTokenSource(Given.CancellationToken);

        var backingOff = client.Vservers.ListAsync(cancellationToken.Token);
        var atTheGate = client.Vservers.ListAsync(cancellationToken.Token);
        Assert.Single(api.Requests);
        await cancellationToken.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => backingOff);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => atTheGate);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Concurrency_ManyCalls_NeverMoreThanAllowedAtOnce()
    {
        using var given = new Given { MaxConcurrentRequests = 3 };
        var (now, most) = (0, 0);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        given.Api.Answer(async (_, _) =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            await gate.Task;
            Interlocked.Decrement(ref now);
            return new HttpResponseMessage { Content = new StringContent("""{"success":true,"data":[]}""") };
        });

        var calls = Enumerable.Range(0, 20).Select(_ => given.Client.Vservers.ListAsync(Given.CancellationToken)).ToList();
        Assert.Equal(3, given.Api.Requests.Count);
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(3, most);
        Assert.Equal(20, given.Api.Requests.Count);
    }

    [Fact]
    public async Task RequestsPerSecond_NextIsFarOff_WaitsAndIsCancelledAtOnce()
    {
        using var queue = Queue(perSecond: 0.001);
        using var cancellationToken = new CancellationTokenSource();
        (await queue.EnterAsync(1, Given.CancellationToken)).Dispose();

        var second = queue.EnterAsync(2, cancellationToken.Token);
        Assert.False(second.IsCompleted);
        await cancellationToken.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(12.5)]
    [InlineData(1000)]
    [InlineData(1e12)]
    public async Task RequestsPerSecond_AnyRate_LetsTheFirstPass(double rate)
    {
        using var queue = Queue(rate);

        (await queue.EnterAsync(1, Given.CancellationToken)).Dispose();
    }

    [Fact]
    public async Task EnterAsync_PlaceGivenUpMeanwhile_GoesToTheNext()
    {
        using var queue = Queue(perSecond: null);
        using var cancellationToken = new CancellationTokenSource();
        var first = await queue.EnterAsync(1, Given.CancellationToken);
        var (given, next) = (queue.EnterAsync(2, cancellationToken.Token), queue.EnterAsync(3, Given.CancellationToken));

        await cancellationToken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        first.Dispose();

        (await next).Dispose();
    }

    [Fact]
    public async Task EnterAsync_EarlierTurnComesBack_GoesFirst()
    {
        using var queue = Queue(perSecond: null);
        var place = await queue.EnterAsync(1, Given.CancellationToken);
        var (later, earlier) = (queue.EnterAsync(3, Given.CancellationToken), queue.EnterAsync(2, Given.CancellationToken));

        place.Dispose();

        (await earlier).Dispose();
        (await later).Dispose();
    }

    private static RequestQueue Queue(double? perSecond) => new(maxConcurrent: 1, new Pace(perSecond, static () => 0), new FakeTimeProvider());

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
