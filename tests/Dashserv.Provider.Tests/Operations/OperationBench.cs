using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Provider.Access;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>A runner with a clock on which waits are over at once, and whoever interrupts it.</summary>
internal sealed class OperationBench : IDisposable
{
    private readonly CancellationTokenSource _user = new();

    public OperationBench(TimeSpan? limit = null, KeyedLocks? turns = null)
    {
        Access =
            new ApiAccess(() => throw new InvalidOperationException("no call is made here"), Clock, new PollSchedule(), NullLogger.Instance)
            { IsKnown = true, ChecksPlans = true };
        Limit = new TimeLimit(Clock, limit ?? TimeSpan.FromHours(1), _user.Token);
        Runner = new OperationRunner(Access, turns ?? new KeyedLocks(), Limit);
    }

    public JumpingClock Clock { get; } = new();

    public ApiAccess Access { get; }

    public TimeLimit Limit { get; }

    public OperationRunner Runner { get; }

    /// <summary>The user presses Ctrl-C, and what runs is cancelled.</summary>
    public Func<CancellationToken, Task> Interrupt() => async stop =>
    {
        await _user.CancelAsync();
        stop.ThrowIfCancellationRequested();
    };

    /// <summary>The time is up, and what runs is cancelled.</summary>
    public Func<CancellationToken, Task> RunOut() => stop =>
    {
        Clock.Advance(Limit.Duration);
        stop.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    };

    public static ApiException Failure(ApiErrorKind kind, bool mayHaveHadEffect = false, string? word = null) => new($"the API: {kind}")
    {
        Kind = kind,
        Method = "POST",
        Path = "/v1/it",
        MayHaveHadEffect = mayHaveHadEffect,
        Word = word,
    };

    public void Dispose()
    {
        Limit.Dispose();
        _user.Dispose();
    }
}
