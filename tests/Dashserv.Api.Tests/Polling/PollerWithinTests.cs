using Dashserv.Api.Polling;
using Dashserv.Api.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Polling;

/// <summary>A limit of time beside the caller's own cancellation.</summary>
public sealed class PollerWithinTests : IDisposable
{
    /// <summary>Milliseconds after which a poll that does not end is a failure, and does not hang.</summary>
    private const int Hung = 60_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _caller = new();
    private int _looks;

    public void Dispose() => _caller.Dispose();

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_DoneInTime_IsTrue()
    {
        var poll = WithinAsync(looks => looks == 2);
        Assert.False(poll.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await poll);
        Assert.Equal(2, _looks);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_TimeIsUpInAWait_IsFalseAtOnce()
    {
        var poll = Poller.WithinAsync(new PollSchedule { First = TimeSpan.FromHours(1) }, _time, Patience, LookAsync, _ => null, _ => false, _caller.Token);
        _time.Advance(Patience - TimeSpan.FromTicks(1));
        Assert.False(poll.IsCompleted);

        _time.Advance(TimeSpan.FromTicks(1));

        Assert.False(await poll);
        Assert.Equal(1, _looks);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_TimeIsUpInALook_IsFalse()
    {
        var poll = Poller.WithinAsync(new PollSchedule(), _time, Patience, HangAsync, _ => null, _ => true, _caller.Token);

        _time.Advance(Patience);

        Assert.False(await poll);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_CallerGivesUp_IsToldSo()
    {
        var poll = WithinAsync(_ => false);

        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_CallerGivesUpInALook_IsToldSo()
    {
        var poll = Poller.WithinAsync(new PollSchedule(), _time, Patience, HangAsync, _ => null, _ => true, _caller.Token);

        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_CallerGivesUpAsTheTimeIsUp_IsToldSo()
    {
        var look = new TaskCompletionSource<int>();
        var poll = Poller.WithinAsync(new PollSchedule(), _time, Patience, _ => look.Task, _ => null, _ => false, _caller.Token);
        _time.Advance(Patience);
        await _caller.CancelAsync();

        look.SetResult(0);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_DoneByALookThatOutlastedTheTime_IsTrue()
    {
        var look = new TaskCompletionSource<int>();
        var poll = Poller.WithinAsync(new PollSchedule(), _time, Patience, _ => look.Task, _ => null, _ => true, _caller.Token);
        _time.Advance(Patience);

        look.SetResult(0);

        Assert.True(await poll);
    }

    [Fact(Timeout = Hung)]
    public async Task WithinAsync_LookFails_IsTold()
    {
        var poll = Poller.WithinAsync<int>(
            new PollSchedule(), _time, Patience, _ => throw TestFailure.Of(ApiErrorKind.Forbidden), _ => null, _ => true, _caller.Token);

        Assert.Equal(ApiErrorKind.Forbidden, (await Assert.ThrowsAsync<ApiException>(() => poll)).Kind);
    }

    private Task<bool> WithinAsync(Func<int, bool> isDone) =>
        Poller.WithinAsync(new PollSchedule(), _time, Patience, LookAsync, _ => null, isDone, _caller.Token);

    private Task<int> LookAsync(CancellationToken cancellationToken) => Task.FromResult(++_looks);

    private static async Task<int> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return 0;
    }
}
