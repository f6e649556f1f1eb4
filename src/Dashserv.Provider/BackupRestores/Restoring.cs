using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using Dashserv.Provider.Vservers;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.BackupRestores;

/// <summary>
/// One restore, until its task has ended and the server's lock has cleared. From the moment it is known to have begun it is in the state, and
/// what then goes wrong is no reason to repeat it: each repetition costs what was written since.
/// </summary>
internal sealed class Restoring(Session session, ApplyContext<BackupRestoreModel> context)
{
    private const string MayNotBe = "The backup may not have been restored";
    private const string Unchanged = "Nothing was restored, and the disk is as it was.";

    /// <summary>How long, when interrupted, is still looked whether it has begun: nobody would know of it otherwise.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly string _vserver = context.Plan.VserverId.Known;
    private readonly string _backup = context.Plan.BackupId.Known;
    private readonly PowerSwitch _power = new VserverOperations(session, context.Plan.VserverId.Known).Power;
    private readonly BackupRestoreModel? _before = context.State;
    private bool _hasBegun;
    private ApiException? _lost;

    /// <summary>How far it got, and what that means for the next apply.</summary>
    public string Standing => (_hasBegun, _lost) switch
    {
        (true, _) => "The restore was begun, and goes on without Terraform. The next apply does not restore once more: look whether the vserver is unlocked and as it should be.",
        (_, { } lost) => $"The restore was asked for, and the answer was lost: {Sentence.Of(lost.Message)} It was not asked for a second time. Look at the vserver {_vserver}; the next apply restores.",
        _ => $"{Unchanged} {_power.WhyNot}",
    };

    /// <summary>Tells of a restore that has begun as a warning where it is the resource's first: after an error, Terraform would take it for tainted, and restore once more.</summary>
    /// <param name="problem">Why its end was not seen.</param>
    /// <returns>Whether that is all.</returns>
    public bool Tolerate(ProblemException problem)
    {
        if (_hasBegun && _before is null && context.State is not null)
        {
            context.Diagnostics.Warning(problem.Diagnostic.Summary, problem.Diagnostic.Detail);
            return true;
        }

        return false;
    }

    /// <exception cref="ProblemException">Nothing was restored, or that is not known, or how it ended.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        session.Vservers.Touch(_vserver);
        try
        {
            await RestoreAsync(cancellationToken);
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

    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var watch = await BackupRestoreWatch.StartAsync(session, _vserver, _power, cancellationToken);
        await SendAsync(watch, cancellationToken);
        if (_lost is null)
        {
            Begun();
        }

        await watch.UntilOverAsync(cancellationToken);
        Judge(watch);
    }

    private async Task SendAsync(BackupRestoreWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            await _power.ActOnceAsync(stop => session.Client.Backups.RestoreAsync(_vserver, _backup, stop), Unchanged, cancellationToken);
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            _lost = e;
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            await BackupRestoreCheck.RunAsync(session, _vserver, _backup, cancellationToken);
            throw;
        }
        catch (OperationCanceledException e) when (LostAnswer.In(e) is { } lost)
        {
            _lost = lost;
            if (await HasBegunAsync(watch))
            {
                Begun();
            }

            throw;
        }
    }

    private async Task<bool> HasBegunAsync(BackupRestoreWatch watch)
    {
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, session.Time);
        end.CancelAfter(Grace);
        try
        {
            return await watch.IsSeenAsync(end.Token);
        }
        catch (Exception e) when (e is ApiException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Judge(BackupRestoreWatch watch)
    {
        if (watch.Failed is { } task)
        {
            context.State = _before;
            throw new ProblemException(
                "The restore failed",
                $"The API ended the task \"{task.Task}\" of the vserver {_vserver} with the status \"{task.Status}\", and does not say why. What is on its disk is not certain. Look at the server; the next apply restores again.");
        }

        if (_lost is { } lost && !watch.IsSeen)
        {
            throw new ProblemException(
                MayNotBe,
                $"{Sentence.Of(lost.Message)}\n\nNeither a lock nor a task tells that it has begun since, and it was not asked for a second time. Look at the vserver {_vserver}; the next apply restores.",
                inner: lost);
        }

        Begun();
    }

    private void Begun()
    {
        _hasBegun = true;
        context.State = BackupRestoreModel.Schema.Table.Complete(context.Plan, new BackupRestoreModel { Id = $"{_vserver}/{_backup}" });
    }
}
