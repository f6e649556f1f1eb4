using Dashserv.Api.Polling;
using Dashserv.Api.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Polling;

/// <summary>Looks that fail, and waits that are cut short.</summary>
public sealed class PollerFailureTests
{
    /// <summary>Milliseconds after which a poll that does not end is a failure, and does not hang.</summary>
    private const int Hung = 60_000;

    private readonly JumpingTime _time = new();
    private readonly Queue<Func<string>> _looks = new();

    [Theory]
    [InlineData(ApiErrorKind.OutcomeUnknown)]
    [InlineData(ApiErrorKind.RateLimited)]
    [InlineData(ApiErrorKind.Unreachable)]
    public async Task UntilAsync_ThreeFailuresAgainAndAgain_AreForgivenByEachGoodLook(ApiErrorKind kind)
    {
        for (var i = 0; i < 4; i++)
        {
            Fail(3, kind);
            _looks.Enqueue(() => "installing");
        }

        Fail(3, kind);
        _looks.Enqueue(() => "okay");

        Assert.Equal("okay", await UntilOkayAsync());
        Assert.Empty(_looks);
    }

    [Theory]
    [InlineData(ApiErrorKind.OutcomeUnknown)]
    [InlineData(ApiErrorKind.RateLimited)]
    [InlineData(ApiErrorKind.Unreachable)]
    public async Task UntilAsync_FourFailuresInARow_EndIt(ApiErrorKind kind)
    {
        _looks.Enqueue(() => "installing");
        Fail(4, kind);
        _looks.Enqueue(() => "okay");

        Assert.Equal(kind, (await Assert.ThrowsAsync<ApiException>(UntilOkayAsync)).Kind);
        Assert.Single(_looks);
    }

    [Theory]
    [InlineData(ApiErrorKind.Gone)]
    [InlineData(ApiErrorKind.InvalidRoute)]
    [InlineData(ApiErrorKind.Unauthenticated)]
    [InlineData(ApiErrorKind.Forbidden)]
    [InlineData(ApiErrorKind.Rejected)]
    [InlineData(ApiErrorKind.UnexpectedAnswer)]
    public async Task UntilAsync_FailureThatDoesNotPass_EndsItAtOnce(ApiErrorKind kind)
    {
        _looks.Enqueue(() => "installing");
        Fail(1, kind);
        _looks.Enqueue(() => "okay");

        Assert.Equal(kind, (await Assert.ThrowsAsync<ApiException>(UntilOkayAsync)).Kind);
        Assert.Single(_time.Waits);
    }

    [Fact]
    public async Task UntilAsync_FailureInBetween_IsNoChangeAndMakesNoWaitShort()
    {
        _looks.Enqueue(() => "installing");
        Fail(2, ApiErrorKind.OutcomeUnknown);
        _looks.Enqueue(() => "installing");
        _looks.Enqueue(() => "okay");

        await UntilOkayAsync();

        Assert.Equal([2, 3, 4.5, 6.75], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task UntilAsync_NoneIsTolerated_EndsAtTheFirst()
    {
        Fail(1, ApiErrorKind.OutcomeUnknown);

        await Assert.ThrowsAsync<ApiException>(() => UntilOkayAsync(new PollSchedule { ToleratedFailures = 0 }));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task UntilAsync_OtherExceptions_AreNotTolerated()
    {
        _looks.Enqueue(() => throw new InvalidOperationException("not the API's"));

        await Assert.ThrowsAsync<InvalidOperationException>(UntilOkayAsync);
    }

    [Fact]
    public async Task UntilAsync_CancelledBefore_DoesNotLook()
    {
        var looks = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Poller.UntilAsync(
            new PollSchedule(), _time, _ => Task.FromResult(++looks), _ => null, _ => true, new CancellationToken(canceled: true)));
        Assert.Equal(0, looks);
    }

    [Fact(Timeout = Hung)]
    public async Task UntilAsync_CancelledInAWait_LooksNoMore()
    {
        using var cancellation = new CancellationTokenSource();
        var looks = 0;
        var poll = Poller.UntilAsync(new PollSchedule(), new FakeTimeProvider(), _ => Task.FromResult(++looks), _ => null, _ => false, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        Assert.Equal(1, looks);
    }

    [Fact(Timeout = Hung)]
    public async Task UntilAsync_CancelledInALook_GivesItUp()
    {
        using var cancellation = new CancellationTokenSource();
        var poll = Poller.UntilAsync(new PollSchedule(), _time, HangAsync, _ => null, _ => true, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    private static async Task<int> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return 0;
    }

    private void Fail(int times, ApiErrorKind kind)
    {
        for (var i = 0; i < times; i++)
        {
            _looks.Enqueue(() => throw TestFailure.Of(kind));
        }
    }

    private Task<string> UntilOkayAsync() => UntilOkayAsync(new PollSchedule());

    private Task<string> UntilOkayAsync(PollSchedule schedule) => Poller.UntilAsync(
        schedule, _time, async _ => await Task.FromResult(_looks.Dequeue()()), status => status, status => status == "okay", Given.CancellationToken);
}
