using System.Net;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Api.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Polling;

public sealed class PollerTests
{
    [Fact]
    public async Task UntilAsync_StatusStays_WaitsGrowToTheLongest()
    {
        var time = new JumpingTime();
        var looks = 0;

        await Poller.UntilAsync(
            new PollSchedule(), time, _ => Task.FromResult(++looks), static _ => "installing", static look => look == 9, Given.CancellationToken);

        Assert.Equal([2, 3, 4.5, 6.75, 10.125, 15, 15, 15], time.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task UntilAsync_StatusChanges_WaitsAreShortAgain()
    {
        var time = new JumpingTime();
        var looks = 0;

        await Poller.UntilAsync(
            new PollSchedule(), time, _ => Task.FromResult(++looks), static look => look < 4 ? "installing" : "wait_for_host", static look => look == 6,
            Given.CancellationToken);

        Assert.Equal([2, 3, 4.5, 2, 3], time.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task UntilAsync_DoneAtOnce_DoesNotWait()
    {
        var time = new JumpingTime();

        Assert.Equal(
            1, await Poller.UntilAsync(new PollSchedule(), time, static _ => Task.FromResult(1), static _ => null, static _ => true, Given.CancellationToken));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public void After_FirstIsLongerThanLongest_StaysAtFirst()
    {
        var schedule = new PollSchedule { First = TimeSpan.FromSeconds(30) };

        Assert.Equal(TimeSpan.FromSeconds(30), schedule.After(schedule.First));
    }

    [Fact]
    public async Task UntilAsync_Cancelled_EndsAtOnce()
    {
        var time = new FakeTimeProvider();
        using var cancellationToken = new CancellationTokenSource();

        var poll = Poller.UntilAsync(new PollSchedule(), time, static _ => Task.FromResult(1), static _ => null, static _ => false, cancellationToken.Token);
        Assert.False(poll.IsCompleted);
        await cancellationToken.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task UntilAsync_OutageInBetween_IsToleratedForAWhile(int failures, bool survives)
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Answer(Given.Fixture("order-status"));
        for (var i = 0; i < failures; i++)
        {
            given.Api.Answer("", HttpStatusCode.BadGateway);
        }

        given.Api.Answer(Given.Fixture("order-status").Replace("installing", "okay", StringComparison.Ordinal));

        var poll = Poller.UntilAsync(
            new PollSchedule(), given.Time, token => given.Client.Orders.GetAsync("B86uM", token), static order => order.Status,
            static order => order.Status == "okay", Given.CancellationToken);

        if (survives)
        {
            Assert.Equal("okay", (await poll).Status);
        }
        else
        {
            Assert.Equal(ApiErrorKind.OutcomeUnknown, (await Assert.ThrowsAsync<ApiException>(() => poll)).Kind);
        }
    }

    [Fact]
    public async Task UntilAsync_Gone_EndsThePoll()
    {
        using var given = Given.Answering("error-not-found");

        var e = await Assert.ThrowsAsync<ApiException>(() => Poller.UntilAsync<Order>(
            new PollSchedule(), given.Time, token => given.Client.Orders.GetAsync("B86uM", token), static order => order.Status, static _ => true,
            Given.CancellationToken));

        Assert.Equal(ApiErrorKind.Gone, e.Kind);
    }
}
