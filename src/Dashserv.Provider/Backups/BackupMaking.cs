using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using Dashserv.Provider.Vservers;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Backups;

/// <summary>Makes one backup, until it is finished. It is in the state from the moment its id is known.</summary>
internal sealed class BackupMaking(Session session, ApplyContext<BackupModel> context)
{
    /// <summary>In how many looks in a row a backup may be missing from its list, which may lag behind.</summary>
    private const int Misses = 3;

    private readonly string _vserver = context.Plan.VserverId.Known;
    private readonly string _name = context.Plan.Name.Known;
    private readonly PowerSwitch _power = new VserverOperations(session, context.Plan.VserverId.Known).Power;
    private Eviction? _eviction;
    private bool _hasEvicted;

    /// <summary>How far it got, and what that means for the next apply.</summary>
    public string Standing => context.State is { } state
        ? $"The backup \"{_name}\" ({state.Id}) was begun; it was last seen with the status \"{state.Status}\", and is in the state. Terraform marks it as tainted: "
            + "the next apply deletes it and makes another. To keep it, once it is finished, run \"terraform untaint\" with the address of this resource."
        : $"No backup was made. {_power.WhyNot}";

    /// <exception cref="ProblemException">No backup was made, or it failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _power.ActOnceAsync(BeginAsync, "No backup was made.", cancellationToken);
            await FollowAsync(context.State!.Id.Known, cancellationToken);
        }
        catch (ApiException e)
        {
            throw context.State is null
                ? CallFailure.Explain(e, $"The backup \"{_name}\" was not made", $"The vserver {_vserver} has no new backup, and lost none.", ("name", "name"))
                : CallFailure.Explain(e, $"The backup \"{_name}\" may not be finished", Standing, isBegun: true);
        }

        await SettleAsync(context.State!, cancellationToken);
        if (_hasEvicted)
        {
            context.Diagnostics.Add(_eviction!.Notice());
        }
    }

    // The backup is there: whatever goes wrong from here on is no reason to have Terraform delete it and make another.
    private async Task SettleAsync(BackupModel made, CancellationToken cancellationToken)
    {
        try
        {
            await _power.WaitUnlockedAsync("", cancellationToken);
            if (made.FinishedAt.IsNull)
            {
                await LookAsync(made.Id.Known, cancellationToken);
            }
        }
        catch (Exception e) when (e is ApiException or OperationCanceledException)
        {
            context.Diagnostics.Warning(
                "The vserver may still be locked",
                $"The backup \"{_name}\" ({made.Id}) is finished, and in the state; nothing has to be done for it. What else is done to the vserver may have to wait. "
                + (e is ApiException ? Sentence.Of(e.Message) : _power.WhyNot));
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        // After each lock anew: what held it may have been a backup that took the last place.
        await CheckRoomAsync(cancellationToken);
        Keep(await new NewEntry<Backup>(session, BackupMapping.Kind, session.Backups, _vserver).CreateAsync(
            b => b.Name is null || b.Name == _name, stop => session.Client.Backups.CreateAsync(_vserver, _name, stop), cancellationToken));
    }

    private async Task CheckRoomAsync(CancellationToken cancellationToken)
    {
        var server = await session.Vservers.FindFreshAsync(_vserver, cancellationToken) ?? throw VserverNotFound.Of(_vserver);
        _eviction = Eviction.Of(server, await session.Backups.ListFreshAsync(_vserver, cancellationToken));
        if (_eviction is not null && context.Plan.OnLimit.Or("error") != "evict_oldest")
        {
            throw _eviction.Refusal();
        }
    }

    private Task<Backup?> FollowAsync(string id, CancellationToken cancellationToken)
    {
        var missed = 0;
        return Poller.UntilAsync(
            session.Polling,
            session.Time,
            stop => LookAsync(id, stop),
            b => $"{b?.Status} {b?.Percentage}",
            b =>
            {
                missed = b is null ? missed + 1 : 0;
                return missed < Misses ? b is not null && !BackupMapping.IsRunning(b) : throw Vanished(id);
            },
            cancellationToken);
    }

    private async Task<Backup?> LookAsync(string id, CancellationToken cancellationToken)
    {
        var backups = await session.Backups.ListFreshAsync(_vserver, cancellationToken);
        _hasEvicted = _eviction is not null && !backups.Exists(b => b.Uuid == _eviction.Oldest.Uuid);
        if (backups.Find(b => b.Uuid == id) is not { } backup)
        {
            return null;
        }

        session.Logger.LogInformation("Backup {Backup} is at {Percentage} %", id, backup.Percentage);
        Keep(backup);
        return BackupMapping.HasFailed(backup) ? throw Failed(backup) : backup;
    }

    private ProblemException Vanished(string id) => new(
        "The backup vanished",
        $"The backup \"{_name}\" ({id}) of the vserver {_vserver} was begun and is not listed any more. Another one may have evicted it: see the vserver's backup_limit. The next apply makes another.");

    private ProblemException Failed(Backup backup) => new(
        "The backup failed",
        $"The API ended the backup {BackupMapping.Describe(backup)} of the vserver {_vserver} with the status \"{backup.Status}\", and does not say why. "
        + "It is in the state, marked as tainted: the next apply deletes it and makes another.");

    private void Keep(Backup backup)
    {
        var actual = BackupModel.Schema.Table.Copy(context.Plan);
        BackupMapping.Fill(actual, backup);
        context.State = BackupModel.Schema.Table.Complete(context.Plan, actual);
    }
}
