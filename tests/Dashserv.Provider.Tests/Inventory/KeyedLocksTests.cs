using Dashserv.Provider.Inventory;

namespace Dashserv.Provider.Tests.Inventory;

public sealed class KeyedLocksTests
{
    /// <summary>Milliseconds after which a lock that is never free is a failure, and does not hang.</summary>
    private const int Hung = 60_000;

    private readonly KeyedLocks _locks = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Hung)]
    public async Task RunAsync_SameKey_BeginsOnlyWhenTheOneBeforeIsOver()
    {
        var (first, hasBegun) = (new TaskCompletionSource(), false);
        var running = _locks.RunAsync("a", () => first.Task, Cancellation);
        var waiting = _locks.RunAsync(
            "a",
            () =>
            {
                hasBegun = true;
                return Task.CompletedTask;
            },
            Cancellation);
        Assert.False(hasBegun);
        first.SetResult();
        await running;
        await waiting;
        Assert.True(hasBegun);
    }

    [Fact(Timeout = Hung)]
    public async Task RunAsync_OtherKey_DoesNotWait()
    {
        var first = new TaskCompletionSource();
        var running = _locks.RunAsync("a", () => first.Task, Cancellation);
        var (other, alike) = (RunAsync("b", () => Task.FromResult(7), Cancellation), RunAsync("A", () => Task.FromResult(8), Cancellation));
        Assert.Equal((false, true, true), (running.IsCompleted, other.IsCompleted, alike.IsCompleted));
        first.SetResult();
        await running;
        Assert.Equal((7, 8), (await other, await alike));
    }

    [Fact(Timeout = Hung)]
    public async Task RunAsync_CancelledWhileItWaits_DoesNotBeginAndLeavesTheLockFree()
    {
        using var givesUp = new CancellationTokenSource();
        var (first, begun) = (new TaskCompletionSource(), 0);
        var running = _locks.RunAsync("a", () => first.Task, Cancellation);
        var waiting = RunAsync("a", () => Task.FromResult(++begun), givesUp.Token);
        var behind = RunAsync("a", () => Task.FromResult(++begun), Cancellation);
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal((0, false), (begun, behind.IsCompleted));
        first.SetResult();
        await running;
        Assert.Equal(1, await behind);
        Assert.Equal(2, await RunAsync("a", () => Task.FromResult(++begun), Cancellation));
    }

    [Fact(Timeout = Hung)]
    public async Task RunAsync_CancelledBefore_DoesNotBegin()
    {
        var begun = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync("a", () => Task.FromResult(++begun), new CancellationToken(canceled: true)));
        Assert.Equal(1, await RunAsync("a", () => Task.FromResult(++begun), Cancellation));
    }

    [Theory(Timeout = Hung)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_Fails_TellsItAndLeavesTheLockFree(bool isAtOnce)
    {
        var failure = new InvalidOperationException();
        var failing = _locks.RunAsync("a", () => isAtOnce ? throw failure : Task.FromException(failure), Cancellation);
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => failing));
        Assert.Equal(1, await RunAsync("a", () => Task.FromResult(1), Cancellation));
    }

    [Fact(Timeout = Hung)]
    public async Task RunAsync_CancelledWhileItRuns_HoldsTheLockUntilItIsOver()
    {
        using var givesUp = new CancellationTokenSource();
        var (first, hasBegun) = (new TaskCompletionSource(), false);
        var running = _locks.RunAsync("a", () => first.Task, givesUp.Token);
        var waiting = RunAsync("a", () => Task.FromResult(hasBegun = true), Cancellation);
        await givesUp.CancelAsync();
        Assert.Equal((false, false), (running.IsCompleted, hasBegun));
        first.SetCanceled(givesUp.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(await waiting);
    }

    [Fact(Timeout = Hung)]
    public async Task RunAsync_ManyOfFewKeys_AreNeverTwoOfOneKeyAndAllRun()
    {
        const int keys = 4;
        var (inside, overlaps, done) = (new int[keys], 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(
            () => _locks.RunAsync(
                $"{i % keys}",
                async () =>
                {
                    Interlocked.Add(ref overlaps, Interlocked.Increment(ref inside[i % keys]) - 1);
                    await Task.Yield();
                    Interlocked.Decrement(ref inside[i % keys]);
                    Interlocked.Increment(ref done);
                },
                Cancellation),
            Cancellation)));
        Assert.Equal((0, 400), (overlaps, done));
    }

    private async Task<T> RunAsync<T>(string key, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        T? result = default;
        await _locks.RunAsync(key, async () => result = await action(), cancellationToken);
        return result!;
    }
}
