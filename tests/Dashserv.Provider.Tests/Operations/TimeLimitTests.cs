using Dashserv.Provider.Operations;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>A limit's time, who ends it, and what is not counted.</summary>
public sealed class TimeLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Token_TimePasses_FiresAtTheEndAndNotBefore()
    {
        using var limit = new TimeLimit(_time, Minute, CancellationToken.None);
        _time.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Equal((false, false), (limit.Token.IsCancellationRequested, limit.IsUp));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((true, true), (limit.Token.IsCancellationRequested, limit.IsUp));
    }

    [Fact]
    public async Task Token_UserInterrupts_FiresAndIsNotUp()
    {
        using var user = new CancellationTokenSource();
        using var limit = new TimeLimit(_time, Minute, user.Token);
        await user.CancelAsync();
        Assert.Equal((true, false), (limit.Token.IsCancellationRequested, limit.IsUp));
    }

    [Fact]
    public void Pause_TimePasses_IsNotCountedUntilTheRestart()
    {
        using var limit = new TimeLimit(_time, Minute, CancellationToken.None);
        _time.Advance(Minute / 2);
        limit.Pause();
        _time.Advance(Minute * 100);
        Assert.False(limit.IsUp);
        limit.Restart();
        _time.Advance(Minute - TimeSpan.FromSeconds(1));
        Assert.False(limit.IsUp);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limit.IsUp);
    }

    [Fact]
    public void Token_WithoutLimit_NeverFires()
    {
        using var limit = new TimeLimit(_time, Timeout.InfiniteTimeSpan, CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(365));
        Assert.False(limit.Token.IsCancellationRequested);
    }
}
