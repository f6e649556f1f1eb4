using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>Every stage of a write, each failure, and an end at each of its awaits: how far it got, what is kept, and that it is sent once.</summary>
public sealed class OperationRunnerTests
{
    private static readonly Dictionary<string, Func<Exception>> Failures = new()
    {
        ["refused"] = () => OperationBench.Failure(ApiErrorKind.Rejected),
        ["invalid"] = () => OperationBench.Failure(ApiErrorKind.InvalidField),
        ["limited"] = () => OperationBench.Failure(ApiErrorKind.RateLimited),
        ["unreachable"] = () => OperationBench.Failure(ApiErrorKind.Unreachable),
        ["lost"] = () => OperationBench.Failure(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true),
        ["odd"] = () => OperationBench.Failure(ApiErrorKind.UnexpectedAnswer, mayHaveHadEffect: true),
        ["token"] = () => TokenException.Missing(),
        ["bug"] = () => new InvalidOperationException("oops"),
        ["problem"] = () => new ProblemException("Told", "already."),
    };

    public static TheoryData<string, string> AllFailures => new(from moment in Enum.GetNames<Moment>() from failure in Failures.Keys select (moment, failure));

    public static TheoryData<string,
    bool> AllStops => new(from moment in Enum.GetNames<Moment>() from timeIsUp in new[] { false, true } select (moment, timeIsUp));

    [Fact]
    public async Task Run_NothingFails_IsDoneAndSentOnce()
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation();
        await bench.Runner.RunAsync(operation);
        Assert.Equal(Enum.GetValues<Moment>(), operation.Moments);
        Assert.Equal([OperationStage.Begun, OperationStage.Done], operation.Kept);
        Assert.Equal([Moment.Prepare, Moment.Send, Moment.FindEffect, Moment.Watch], operation.TouchedAfter);
    }

    [Fact]
    public async Task Run_Locked_SaysWhatIsWaitedFor()
    {
        using var bench = new OperationBench();
        var told = new ToldProgress();
        var runner = new OperationRunner(bench.Access, new KeyedLocks(), bench.Limit) { Progress = told };
        await runner.RunAsync(new ScriptedOperation().Reading(
            new PowerReading("online", "backup"), new PowerReading("installing", null), new PowerReading("online", null)));
        Assert.Equal(["waiting for the vserver v1: backup", "waiting for the vserver v1: installing"], told.Lines);
    }

    [Fact]
    public async Task Run_InterruptedAndTheLookFails_IsInterruptedAndNotKnown()
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation();
        var interrupt = bench.Interrupt();
        operation.Script[Moment.Send] = async stop =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => interrupt(stop));
            throw new OperationCanceledException("stopped", OperationBench.Failure(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true), stop);
        };
        operation.Script[Moment.FindEffect] = _ => throw OperationBench.Failure(ApiErrorKind.OutcomeUnknown);
        var result = await bench.Runner.TryRunAsync(operation);
        Assert.Equal((OperationStage.Lost, "Interrupted"), (result.Stage, result.Problem!.Diagnostic.Summary));
        Assert.Empty(operation.Kept);
    }

    [Theory]
    [MemberData(nameof(AllFailures))]
    public async Task Run_FailsAtAMoment_GotAsFarAsThat(string at, string failure)
    {
        var moment = Enum.Parse<Moment>(at);
        using var bench = new OperationBench();
        var operation = new ScriptedOperation { IsFound = false };
        operation.Script[moment] = _ => throw Failures[failure]();
        var result = await bench.Runner.TryRunAsync(operation);
        var isLost = moment == Moment.Send && failure is "lost" or "odd" or "bug";
        var expected = moment switch
        {
            < Moment.Send => OperationStage.NotSent,
            Moment.Send when failure is "lost" or "odd" or "bug" => OperationStage.Lost,
            Moment.Send => OperationStage.NotSent,
            Moment.FindEffect => OperationStage.Lost,
            _ => OperationStage.Begun,
        };
        Assert.Equal(expected, result.Stage);
        Assert.Equal(moment >= Moment.Send ? 1 : 0, operation.Sent);
        Assert.Equal(moment == Moment.Watch, operation.Kept.Contains(OperationStage.Begun));
        Assert.DoesNotContain(OperationStage.Done, operation.Kept);
        Assert.Equal(failure switch { "problem" => "Told", "token" => "No API token", _ => $"Failed at {expected}" }, result.Problem!.Diagnostic.Summary);
        Assert.True(isLost || failure == "problem" || result.Problem.Diagnostic.Detail.Contains($"It got to {expected}.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllStops))]
    public async Task Run_StoppedAtAMoment_GotAsFarAsThatAndSaysWhy(string at, bool timeIsUp)
    {
        var moment = Enum.Parse<Moment>(at);
        using var bench = new OperationBench();
        var operation = new ScriptedOperation();
        operation.Script[moment] = timeIsUp ? bench.RunOut() : bench.Interrupt();
        var result = await bench.Runner.TryRunAsync(operation);
        if (moment == Moment.FindEffect)
        {
            // It has a moment of grace, and so finds what it looks for; the watch is what ends.
            Assert.Equal(OperationStage.Done, result.Stage);
            return;
        }

        Assert.Equal(moment == Moment.Watch ? OperationStage.Begun : OperationStage.NotSent, result.Stage);
        Assert.Equal(timeIsUp ? "Time is up" : "Interrupted", result.Problem!.Diagnostic.Summary);
        Assert.Contains("to do it. It got to", result.Problem.Diagnostic.Detail, StringComparison.Ordinal);
        Assert.Equal(moment >= Moment.Send ? 1 : 0, operation.Sent);
    }

    [Theory]
    [InlineData(true, OperationStage.Begun)]
    [InlineData(false, OperationStage.Lost)]
    public async Task Run_InterruptedWhileSending_LooksForWhatItBecame(bool isFound, object expected)
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation { IsFound = isFound };
        operation.Script[Moment.Send] = async stop =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Interrupt()(stop));
            throw new OperationCanceledException("", OperationBench.Failure(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true), stop);
        };
        var result = await bench.Runner.TryRunAsync(operation);
        Assert.Equal(((OperationStage)expected, "Interrupted", 1), (result.Stage, result.Problem!.Diagnostic.Summary, operation.Sent));
        Assert.Equal(isFound ? [OperationStage.Begun] : [], operation.Kept);
    }

    [Theory]
    [InlineData(true, false, false, OperationStage.Done)]
    [InlineData(false, false, true, OperationStage.Lost)]
    [InlineData(false, true, true, OperationStage.Done)]
    [InlineData(false, true, false, OperationStage.Lost)]
    public async Task Run_AnswerLost_IsDoneOnlyWithEvidence(bool isFound, bool shows, bool isSeen, object expected)
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation { IsFound = isFound, EffectShows = shows, IsSeen = isSeen };
        operation.Script[Moment.Send] = _ => throw Failures["lost"]();
        var result = await bench.Runner.TryRunAsync(operation);
        Assert.Equal(((OperationStage)expected, 1), (result.Stage, operation.Sent));
        Assert.Equal(isFound || shows, operation.Moments.Contains(Moment.Watch));
        Assert.Equal(expected is OperationStage.Done, operation.Kept.Contains(OperationStage.Done));
    }

    [Fact]
    public async Task Run_Locked_WaitsAndThenSends()
    {
        using var bench = new OperationBench();
        var operation =
            new ScriptedOperation().Reading(new PowerReading("online", "backup"), new PowerReading("installing", null), new PowerReading("offline", null));
        await bench.Runner.RunAsync(operation);
        Assert.Equal(
            [Moment.LookBefore, Moment.Lock, Moment.Lock, Moment.Lock, Moment.Prepare, Moment.Send, Moment.FindEffect, Moment.Watch], operation.Moments);
    }

    [Fact]
    public async Task Run_RefusedBecauseOfALock_IsSentAgainAfterIt()
    {
        using var bench = new OperationBench();
        var refusals = 2;
        var operation = new ScriptedOperation();
        operation.Script[Moment.Send] = _ => refusals-- > 0 ? throw OperationBench.Failure(ApiErrorKind.Rejected, word: "locked") : Task.CompletedTask;
        await bench.Runner.RunAsync(operation);
        Assert.Equal((3, 3), (operation.Sent, operation.Moments.Count(m => m == Moment.Prepare)));
    }

    [Theory]
    [InlineData(RefusalMeaning.Refused, OperationStage.NotSent, true)]
    [InlineData(RefusalMeaning.AlreadyDone, OperationStage.Done, false)]
    [InlineData(RefusalMeaning.MayBeUnderWay, OperationStage.Lost, false)]
    public async Task Run_Refused_MeansWhatTheOperationSays(object meaning, object expected, bool isRefused)
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation { Meaning = (RefusalMeaning)meaning };
        operation.Script[Moment.Send] = _ => throw Failures["refused"]();
        var result = await bench.Runner.TryRunAsync(operation);
        Assert.Equal(((OperationStage)expected, isRefused, 1), (result.Stage, result.IsRefused, operation.Sent));
    }

    [Fact]
    public async Task Run_NotNeeded_SendsNothing()
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation { IsNeeded = false };
        await bench.Runner.RunAsync(operation);
        Assert.Equal([Moment.LookBefore, Moment.Lock, Moment.Prepare], operation.Moments);
        Assert.Equal([OperationStage.Done], operation.Kept);
    }

    [Fact]
    public async Task Run_BegunEarlier_OnlyWatches()
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation { First = OperationStage.Begun };
        await bench.Runner.RunAsync(operation);
        Assert.Equal([Moment.Watch], operation.Moments);
    }

    [Fact]
    public async Task Run_ProblemThatKnowsTheStage_IsBelieved()
    {
        using var bench = new OperationBench();
        var operation = new ScriptedOperation();
        operation.Script[Moment.Watch] = _ => throw new ProblemException("The task failed", "Nothing was done.") { Stage = OperationStage.NotSent };
        Assert.Equal(OperationStage.NotSent, (await bench.Runner.TryRunAsync(operation)).Stage);
        Assert.Equal([OperationStage.Begun, OperationStage.NotSent], operation.Kept);
    }

    [Fact]
    public async Task Run_SameTurn_IsOneAtATimeAndCountsNoTimeMeanwhile()
    {
        var turns = new KeyedLocks();
        using var bench = new OperationBench(TimeSpan.FromMinutes(30), turns);
        using var other = new OperationBench(TimeSpan.FromMinutes(30), turns);
        var held = new TaskCompletionSource();
        var first = new ScriptedOperation { Key = "v1" };
        first.Script[Moment.Watch] = _ => held.Task;
        var running = bench.Runner.RunAsync(first);
        var second = new ScriptedOperation { Key = "v1" };
        var waiting = other.Runner.RunAsync(second);
        other.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Empty(second.Moments);
        held.SetResult();
        await running;
        await waiting;
        Assert.Equal(1, second.Sent);
    }
}
