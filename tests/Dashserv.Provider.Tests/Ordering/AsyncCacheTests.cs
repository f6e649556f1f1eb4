using Dashserv.Provider.Ordering;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class AsyncCacheTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly AsyncCache<string, int> _cache;
    private int _asked;

    public AsyncCacheTests() => _cache = new AsyncCache<string, int>(_time, Life);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_ManyAtOnce_AskOnce()
    {
        var answer = new TaskCompletionSource<int>();
        Task<int>[] getting = [.. Enumerable.Range(0, 5).Select(_ => GetAsync("a", answer.Task))];
        Assert.Equal(1, _asked);
        Assert.All(getting, g => Assert.False(g.IsCompleted));
        answer.SetResult(7);
        Assert.All(await Task.WhenAll(getting), got => Assert.Equal(7, got));
    }

    [Fact]
    public async Task GetAsync_ManyThreadsAtOnce_AskOnce()
    {
        var answer = new TaskCompletionSource<int>();
        Task<int>[] getting = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => GetAsync("a", answer.Task), Cancellation))];
        answer.SetResult(7);
        Assert.All(await Task.WhenAll(getting), got => Assert.Equal(7, got));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task GetAsync_OtherKey_IsAskedForByItself()
    {
        Assert.Equal((1, 2, 1), (await GetAsync("a", 1), await GetAsync("b", 2), await GetAsync("a", 3)));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task GetAsync_AsLongAsItLives_IsKeptAndThenAskedAnew()
    {
        await GetAsync("a", 1);
        _time.Advance(Life - TimeSpan.FromTicks(1));
        Assert.Equal(1, await GetAsync("a", 2));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(3, await GetAsync("a", 3));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task GetAsync_AnswerThatTookLong_LivesFromWhenItWasAskedFor()
    {
        var answer = new TaskCompletionSource<int>();
        var getting = GetAsync("a", answer.Task);
        _time.Advance(Life);
        answer.SetResult(1);
        Assert.Equal((1, 2), (await getting, await GetAsync("a", 2)));
    }

    [Fact]
    public async Task GetAsync_Fails_IsToldToAllWhoWaitAndNotKept()
    {
        var answer = new TaskCompletionSource<int>();
        Task<int>[] getting = [GetAsync("a", answer.Task), GetAsync("a", answer.Task)];
        answer.SetException(new InvalidOperationException("no"));
        foreach (var failing in getting)
        {
            Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        }

        Assert.Equal((2, 2), (await GetAsync("a", 2), _asked));
    }

    [Fact]
    public async Task GetAsync_AskIsCancelled_IsNotKept()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync("a", Task.FromCanceled<int>(new CancellationToken(canceled: true))));
        Assert.Equal((2, 2), (await GetAsync("a", 2), _asked));
    }

    [Fact]
    public async Task GetAsync_OlderAskFailsLate_TakesNothingFromTheNewerOne()
    {
        var answer = new TaskCompletionSource<int>();
        var late = GetAsync("a", answer.Task);
        _time.Advance(Life);
        await GetAsync("a", 2);
        answer.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => late);
        Assert.Equal((2, 2), (await GetAsync("a", 3), _asked));
    }

    [Fact]
    public async Task GetAsync_OneCallerGivesUp_TheOthersGetTheAnswer()
    {
        using var givesUp = new CancellationTokenSource();
        var answer = new TaskCompletionSource<int>();
        var (first, second) = (GetAsync("a", answer.Task, givesUp.Token), GetAsync("a", answer.Task));
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(second.IsCompleted);
        answer.SetResult(7);
        Assert.Equal((7, 7, 1), (await second, await GetAsync("a", 8), _asked));
    }

    private Task<int> GetAsync(string key, int answer) => GetAsync(key, Task.FromResult(answer));

    private Task<int> GetAsync(string key, Task<int> answer, CancellationToken? cancellationToken = null) => _cache.GetAsync(
        key,
        () =>
        {
            Interlocked.Increment(ref _asked);
            return answer;
        },
        cancellationToken ?? Cancellation);
}
