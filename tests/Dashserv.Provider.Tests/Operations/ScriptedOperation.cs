using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>A write that does at each moment what a test wants, and notes what the runner makes of it.</summary>
internal sealed class ScriptedOperation : WriteOperation
{
    private readonly Queue<PowerReading> _readings = new();
    private readonly List<Moment> _moments = [];

    public ScriptedOperation() => Lock = new ServerLock(
        "vserver v1",
        stop => AtAsync(
            Moment.Lock, stop,
            () => _readings.Count > 1 ? _readings.Dequeue() : _readings.TryPeek(out var last) ? last : new PowerReading("online", null)));

    /// <summary>What happens at a moment; nothing where it is not in here.</summary>
    public Dictionary<Moment, Func<CancellationToken, Task>> Script { get; } = [];

    public List<OperationStage> Kept { get; } = [];

    public IReadOnlyList<Moment> Moments => _moments;

    /// <summary>After which moments what was read before was called old.</summary>
    public List<Moment> TouchedAfter { get; } = [];

    public int Sent => _moments.Count(m => m == Moment.Send);

    public bool IsNeeded { get; init; } = true;

    public bool IsFound { get; init; } = true;

    public bool IsSeen { get; init; } = true;

    public RefusalMeaning Meaning { get; init; }

    public OperationStage First { get; init; }

    public string? Key { get; init; }

    public bool EffectShows { get; init; }

    public override string Title => "do it";

    public override OperationStage FirstStage => First;

    public override string? Turn => Key;

    public override ServerLock Lock { get; }

    public override bool ShowsInWatch => EffectShows;

    public ScriptedOperation Reading(params ReadOnlySpan<PowerReading> readings)
    {
        foreach (var reading in readings)
        {
            _readings.Enqueue(reading);
        }

        return this;
    }

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => AtAsync(Moment.LookBefore, cancellationToken, () => true);

    public override Task<bool> PrepareAsync(CancellationToken cancellationToken) => AtAsync(Moment.Prepare, cancellationToken, () => IsNeeded);

    public override Task SendAsync(CancellationToken cancellationToken) => AtAsync(Moment.Send, cancellationToken, () => true);

    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken) => Task.FromResult(Meaning);

    public override Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) =>
        AtAsync(Moment.FindEffect, cancellationToken, () => lost is null || IsFound);

    public override Task<bool> WatchAsync(CancellationToken cancellationToken) => AtAsync(Moment.Watch, cancellationToken, () => IsSeen);

    public override void Touch() => TouchedAfter.Add(_moments[^1]);

    public override void Keep(OperationStage stage) => Kept.Add(stage);

    public override FailureWords Words(OperationStage stage, Exception failure) => new($"Failed at {stage}", $"It got to {stage}.");

    private async Task<T> AtAsync<T>(Moment moment, CancellationToken cancellationToken, Func<T> result)
    {
        _moments.Add(moment);
        await (Script.TryGetValue(moment, out var act) ? act(cancellationToken) : Task.CompletedTask);
        return result();
    }
}
