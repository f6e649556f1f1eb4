using Dashserv.Api.Models;
using Dashserv.Provider.Access;

namespace Dashserv.Provider.Power;

/// <summary>
/// What the API notes of one kind of action on a vserver (API reference, Get tasks). A task has no id: it is ours if it is of that kind, and was not
/// there before. It is the only place where the API says that an action which it took has failed.
/// </summary>
/// <param name="access">The API.</param>
/// <param name="vserver">The vserver's id.</param>
/// <param name="words">What such tasks are called, or a part of that; the words are not documented, and may be German.</param>
internal sealed class VserverTaskLog(ApiAccess access, string vserver, params string[] words)
{
    private IReadOnlyList<VserverTask>? _before;

    /// <summary>The task, as last seen.</summary>
    public VserverTask? Task { get; private set; }

    public bool HasFailed => Verdict == StatusVerdict.Failed;

    public bool HasEnded => Verdict is StatusVerdict.Failed or StatusVerdict.Succeeded;

    /// <summary>The failed task in words.</summary>
    public string Failure => $"The API ended the task \"{Task?.Task}\" of the vserver {vserver} with the status \"{Task?.Status}\", and does not say why.";

    private StatusVerdict Verdict => VerdictOf(Task);

    /// <summary>Whether a word, such as a lock's reason, is of this kind of action.</summary>
    public bool IsOfThisKind(string? word) => word is not null && words.Any(w => word.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Notes what there is before the action is sent.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) => _before = await ListAsync(cancellationToken);

    /// <summary>The same where the action can do without: tasks that cannot be read tell nothing later.</summary>
    public async Task TryStartAsync(CancellationToken cancellationToken) => _before = await ListAsync(cancellationToken).OrNullAsync();

    /// <summary>Looks for the task.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken) => Task =
        _before is null ? null : NewOf(_before, await ListAsync(cancellationToken)) ?? Task;

    /// <summary>The same; a list that cannot be read leaves things as they were.</summary>
    public async Task TryReadAsync(CancellationToken cancellationToken) =>
        Task = _before is null ? null : NewOf(_before, await ListAsync(cancellationToken).OrAsync(_before)) ?? Task;

    /// <summary>Whether the newest such task there is has succeeded; a list that cannot be read says nothing.</summary>
    public async Task<bool> HasNewestSucceededAsync(CancellationToken cancellationToken) =>
        await ListAsync(cancellationToken).OrNullAsync() is [var newest, ..] && VerdictOf(newest) == StatusVerdict.Succeeded;

    /// <summary>Whether such a task has begun since then; a list that cannot be read says nothing.</summary>
    /// <param name="since">By the API's clock.</param>
    /// <param name="except">What such a task is not called.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<bool> HasBegunSinceAsync(DateTimeOffset since, string except, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken).OrNullAsync() ?? [])
            .Any(t => t.StartedAt > since && !t.Task!.Contains(except, StringComparison.OrdinalIgnoreCase));

    private static StatusVerdict VerdictOf(VserverTask? task) =>
        task is null ? StatusVerdict.Unknown : StatusWords.OfTask(task.Status, task.EndedAt is not null);

    // A list may be cut off at some length, so that one more is not always longer.
    private static VserverTask? NewOf(IReadOnlyList<VserverTask> before, IReadOnlyList<VserverTask> now) =>
        now.Count > 0 && (now.Count > before.Count || now[0].StartedAt > before[0].StartedAt) ? now[0] : null;

    // Newest first, as in the reference's sample; sorted all the same, as it does not say so.
    private async Task<IReadOnlyList<VserverTask>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await access.Client.Vservers.TasksAsync(vserver, cancellationToken)).Where(t => IsOfThisKind(t.Task)).OrderByDescending(t => t.StartedAt)];
}
