using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Vservers;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Backups;

/// <summary>
/// One restore, until the server's lock has cleared. From the moment it is known to have begun it is in the state, so that
/// it is not repeated for a trifle: each repetition costs what was written since.
/// </summary>
internal sealed class Restoring(Session session, ApplyContext<RestoreModel> context)
{
    /// <summary>How often the lock of a restore that was never seen is looked for before its end is believed.</summary>
    private const int UnseenLooks = 5;
    private const string MayNotBe = "The backup may not have been restored";

    private const string Unchanged = "Nothing was restored, and the disk is as it was.";

    private readonly string _vserver = context.Plan.VserverId.Known;
    private readonly string _backup = context.Plan.BackupId.Known;
    private readonly PowerSwitch _power = new VserverOperations(session, context.Plan.VserverId.Known).Power;
    private readonly RestoreModel? _before = context.State;
    private bool _hasBegun;
    private ApiException? _lost;

    /// <summary>How far it got, and what that means for the next apply.</summary>
    public string Standing => _hasBegun
        ? $"The restore was begun, and goes on without Terraform. {(_before is null
            ? "Terraform marks the resource as tainted: the next apply would restore once more. Once the vserver is unlocked and as it should be, run \"terraform untaint\" with the address of this resource."
            : "The next apply does not restore once more: look whether the vserver is as it should be.")}"
        : _lost is null ? $"{Unchanged} {_power.WhyNot}" : Uncertain(_lost);

    /// <exception cref="ProblemException">Nothing was restored, or that is not known.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        session.Vservers.Touch(_vserver);
        try
        {
            await RestoreAsync(cancellation);
        }
        catch (ApiException e)
        {
            throw (_hasBegun, _lost) switch
            {
                (true, _) => CallFailure.Explain(e, $"The restore of {_backup} may not be finished", Standing, isBegun: true),
                (_, null) => CallFailure.Explain(e, $"The backup {_backup} was not restored", Unchanged),
                _ => CallFailure.Explain(e, MayNotBe, Standing, isBegun: true),
            };
        }
        finally
        {
            session.Vservers.Touch(_vserver);
        }
    }

    private async Task RestoreAsync(CancellationToken cancellation)
    {
        var before = await TasksAsync(cancellation);
        _lost = await SendAsync(cancellation);
        if (_lost is null)
        {
            Begun();
        }

        var (looks, wasSeen) = (0, false);
        await Poller.UntilAsync(
            session.Polling,
            session.Time,
            _power.ReadAsync,
            r => $"{r.Status} {r.LockedReason}",
            r =>
            {
                looks++;
                wasSeen |= r.LockedReason is not null;
                return r.LockedReason is null && r.Status != "installing" && (wasSeen || looks >= UnseenLooks);
            },
            cancellation);
        var after = await TasksAsync(cancellation);
        Judge(wasSeen, after.Count > before.Count ? after[0] : null);
    }

    /// <summary>Null, or why it is not known whether it has begun.</summary>
    private async Task<ApiException?> SendAsync(CancellationToken cancellation)
    {
        try
        {
            await _power.ActOnceAsync(stop => session.Client.Backups.RestoreAsync(_vserver, _backup, stop), Unchanged, cancellation);
            return null;
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            return e;
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            await RestoreCheck.RunAsync(session, _vserver, _backup, cancellation);
            throw;
        }
    }

    private void Judge(bool wasSeen, VserverTask? task)
    {
        if (task?.Status?.ToUpperInvariant() is "ERROR" or "FAILED" or "CANCELLED")
        {
            context.State = _before;
            throw new ProblemException(
                "The restore failed",
                $"The API ended the task \"{task.Task}\" of the vserver {_vserver} with the status \"{task.Status}\", and does not say why. What is on its disk is not certain. Look at the server; the next apply restores again.");
        }

        if (_lost is { } lost && !wasSeen && task is null)
        {
            throw new ProblemException(
                MayNotBe,
                $"{Sentence.Of(lost.Message)}\n\nNeither a lock nor a task tells that it has begun since, and it was not asked for a second time. Look at the vserver {_vserver}; the next apply restores.",
                inner: lost);
        }

        Begun();
    }

    private string Uncertain(ApiException lost) =>
        $"The restore was asked for, and the answer was lost: {Sentence.Of(lost.Message)} It was not asked for a second time. Look at the vserver {_vserver}; the next apply restores.";

    private void Begun()
    {
        _hasBegun = true;
        context.State = RestoreModel.Schema.Table.Complete(context.Plan, new RestoreModel { Id = $"{_vserver}/{_backup}" });
    }

    // Newest first, as in the reference's sample; sorted all the same, as it does not say so.
    private async Task<IReadOnlyList<VserverTask>> TasksAsync(CancellationToken cancellation) =>
        [.. (await session.Client.Vservers.TasksAsync(_vserver, cancellation)).Where(t => t.Task?.Contains("restore", StringComparison.OrdinalIgnoreCase) ?? false).OrderByDescending(t => t.StartedAt)];
}
