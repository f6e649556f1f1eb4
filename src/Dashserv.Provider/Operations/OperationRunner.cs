using System.Runtime.ExceptionServices;
using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Power;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Operations;

/// <summary>
/// Runs writes: the only place that waits for locks, sends, decides how far a write got, watches it, and has its failure translated. No exception is
/// special: whatever is thrown once something has begun keeps what exists.
/// </summary>
/// <param name="access">The API.</param>
/// <param name="turns">Who is doing something that nobody else may do meanwhile.</param>
/// <param name="limit">How long all of it may take.</param>
internal sealed class OperationRunner(ApiAccess access, KeyedLocks turns, TimeLimit limit)
{
    /// <summary>How long, when interrupted, is still looked for what was made: nobody would know of it otherwise.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>What all of it is for, after "to", where a write is a part of more; null: the write's own title.</summary>
    public string? Title { get; init; }

    /// <summary>Who is told how far it is; null: the log.</summary>
    public IProgress<string>? Progress { get; init; }

    public CancellationToken Token => limit.Token;

    /// <exception cref="ProblemException">It is not done.</exception>
    public async Task RunAsync(WriteOperation operation) => (await TryRunAsync(operation)).ThrowIfFailed();

    /// <summary>Runs a write to its end, whatever that is.</summary>
    public async Task<OperationResult> TryRunAsync(WriteOperation operation)
    {
        var run = new OperationRun(operation);
        try
        {
            await InTurnAsync(operation.Turn, () => GoAsync(run));
            return new OperationResult(OperationStage.Done);
        }
        catch (Exception e)
        {
            var problem = Explain(e, run);
            return new OperationResult(run.Stage, problem, e) { IsRefused = run.IsRefused };
        }
    }

    private ProblemException Explain(Exception failure, OperationRun run)
    {
        if (failure is ProblemException problem)
        {
            run.Reach(problem.Stage ?? run.Stage);
            return problem;
        }

        var words = run.Operation.Words(run.Stage, failure);
        return failure is OperationCanceledException stop && limit.Token.IsCancellationRequested
            ? FailureTranslator.Stopped(
                stop, Title ?? run.Operation.Title, limit.IsUp ? limit.Duration : null, words with { WhenStopped = Outcome(words, run) })
            : FailureTranslator.Translate(failure, run.Stage, words);
    }

    private static string Outcome(FailureWords words, OperationRun run) =>
        words.WhenStopped
        ?? (run is { Stage: OperationStage.NotSent, Operation.Lock: { } held }
            ? $"{words.Outcome} {held.WhyNot}"
            : $"{words.Outcome} Apply again to go on, or allow more time with timeouts.");

    private Task InTurnAsync(string? turn, Func<Task> go)
    {
        if (turn is null)
        {
            return go();
        }

        limit.Pause();
        return turns.RunAsync(
            turn,
            () =>
            {
                limit.Restart();
                return go();
            },
            Token);
    }

    private async Task GoAsync(OperationRun run)
    {
        if (run.Stage == OperationStage.NotSent)
        {
            await run.Operation.LookBeforeAsync(Token);
            await access.RetryAsync(stop => AttemptAsync(run, stop), isOver => isOver, Token);
        }

        if (run.Stage == OperationStage.Done)
        {
            return;
        }

        var isSeen = (run.Lost is null || run.Operation.ShowsInWatch) && await run.Operation.WatchAsync(Token);
        if (run.Lost is { } lost && !isSeen)
        {
            ExceptionDispatchInfo.Throw(lost);
        }

        run.Reach(OperationStage.Done);
    }

    /// <returns>Whether it is out, or needless; else it is tried again once the lock has cleared that the API refused it for.</returns>
    private async Task<bool> AttemptAsync(OperationRun run, CancellationToken cancellationToken)
    {
        var operation = run.Operation;
        if (operation.Lock is { } held && (operation.WaitsForLockFirst || run.WasLocked) && await FindGoneAsync(held, cancellationToken) is { } gone)
        {
            return await JudgeAsync(run, gone, cancellationToken);
        }

        if (!await operation.PrepareAsync(cancellationToken))
        {
            run.Reach(OperationStage.Done);
            return true;
        }

        operation.Touch();
        var (refusal, lost, stop) = await SendAsync(operation, cancellationToken);
        if (refusal is not null)
        {
            return await JudgeAsync(run, refusal, cancellationToken);
        }

        await FindEffectAsync(run, lost, stop, cancellationToken);
        return true;
    }

    private static async Task<(ApiException? Refusal, Exception? Lost, OperationCanceledException? Stop)> SendAsync(
        WriteOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            await operation.SendAsync(cancellationToken);
            return default;
        }
        catch (ApiException e)
        {
            return e.MayHaveHadEffect ? (null, e, null) : (e, null, null);
        }
        catch (OperationCanceledException e) when (e.InnerException is ApiException { MayHaveHadEffect: true } lost)
        {
            return (null, lost, e);
        }
        catch (Exception e) when (e is not (OperationCanceledException or TokenException or UnknownConfigurationException or ProblemException))
        {
            // Thrown by whoever read the answer, so that there may well have been one.
            return (null, e, null);
        }
    }

    private async Task FindEffectAsync(OperationRun run, Exception? lost, OperationCanceledException? stop, CancellationToken cancellationToken)
    {
        run.Lose(lost);
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, access.Time);
        await using var interrupting = cancellationToken.Register(() => end.CancelAfter(Grace));
        var look = run.Operation.FindEffectAsync(lost, end.Token);
        if (await (stop is null ? look : look.OrAsync(false)))
        {
            run.Reach(OperationStage.Begun);
        }

        if (stop is not null)
        {
            ExceptionDispatchInfo.Throw(stop);
        }
    }

    private async Task<bool> JudgeAsync(OperationRun run, ApiException refusal, CancellationToken cancellationToken)
    {
        if (refusal.Kind == ApiErrorKind.Rejected && run.Operation.Lock is { } held)
        {
            // Locked since we looked? Then once more; else it means what it says.
            await held.ReadAsync(cancellationToken).OrNullAsync();
            if (refusal.SaysLocked || held is { Seen: not null, IsFree: false })
            {
                held.Refused(refusal.Word);
                run.WasLocked = true;
                return false;
            }
        }

        switch (await run.Operation.JudgeRefusalAsync(refusal, cancellationToken))
        {
            case RefusalMeaning.AlreadyDone:
                run.Reach(OperationStage.Done);
                return true;
            case RefusalMeaning.MayBeUnderWay:
                run.Lose(refusal);
                return true;
            case RefusalMeaning.NotYet:
                access.Logger.LogInformation("Refused, and tried again in a moment: {Refusal}", refusal.Message);
                return false;
            default:
                run.IsRefused = true;
                ExceptionDispatchInfo.Throw(refusal);
                return false;
        }
    }

    /// <summary>Waits until nothing stands in the way.</summary>
    /// <returns>That there is no such server, which decides as if the write had been answered so; null: it is free.</returns>
    private async Task<ApiException?> FindGoneAsync(ServerLock held, CancellationToken cancellationToken)
    {
        try
        {
            await access.PollAsync(held.ReadAsync, seen => Report(held, seen), _ => held.IsFree, cancellationToken);
            return null;
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            return e;
        }
    }

    private string Report(ServerLock held, PowerReading seen)
    {
        var progress = $"waiting for the {held.Server}: {seen.LockedReason ?? seen.Status}";
        access.Logger.LogInformation("{Progress}", progress);
        Progress?.Report(progress);
        return progress;
    }
}
