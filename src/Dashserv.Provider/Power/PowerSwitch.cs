using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Power;

/// <summary>Brings a server on line or off, past locks and guests that do not listen.</summary>
internal sealed class PowerSwitch(Session session, PowerCalls calls)
{
    public const string Online = "online";
    public const string Offline = "offline";

    private PowerReading? _seen;
    private ApiException? _lost;

    /// <summary>Why nothing can be done to the server, as last seen while waiting for that.</summary>
    public string WhyNot => LockWords.Of(calls.Server, _seen);

    public Task<PowerReading> ReadAsync(CancellationToken cancellationToken) => calls.ReadAsync(cancellationToken);

    /// <summary>Waits until actions are possible: no lock, no installation.</summary>
    /// <param name="standing">What there is until then, for who waits in vain.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoppedException">It was waited for in vain.</exception>
    public async Task<PowerReading> WaitUnlockedAsync(string standing, CancellationToken cancellationToken)
    {
        await StoppedException.TellAsync(() => WaitAsync(cancellationToken), () => WhileBusy(standing));
        return _seen!;
    }

    /// <summary>Makes the power state so, if it is not.</summary>
    /// <param name="wanted">One of the two words.</param>
    /// <param name="patience">How long the guest may take to shut down.</param>
    /// <param name="force">Whether the plug is pulled after that.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ProblemException">The guest did not shut down in time.</exception>
    public async Task EnsureAsync(string wanted, TimeSpan patience, bool force, CancellationToken cancellationToken)
    {
        var unchanged = $"It was to be {wanted}; its power was not switched.";
        var now = await WaitUnlockedAsync(unchanged, cancellationToken);
        if (now.Status == wanted)
        {
            return;
        }

        if (wanted == Online)
        {
            await ActAsync(calls.StartAsync, unchanged, cancellationToken);
            await WaitAnsweredAsync(Online, cancellationToken);
            return;
        }

        await ActAsync(calls.ShutdownAsync, unchanged, cancellationToken);
        if (await WaitForAsync(Offline, patience, cancellationToken))
        {
            return;
        }

        if (!force)
        {
            throw new ProblemException(
                "The server did not shut down",
                $"It was asked to shut down (ACPI) and is still running after {GoDuration.Format(patience)}.{Lost} Its operating system may not listen to ACPI. "
                + "Shut it down from inside, give it longer with shutdown_timeout, or set force_stop = true to pull the plug (what is not yet on disk is lost).",
                AttributePath.Of("power_state"));
        }

        await StopAsync(patience, cancellationToken);
        await WaitAnsweredAsync(Offline, cancellationToken);
    }

    // Waited for in vain, it is the lost answer that has to be told.
    private Task WaitAnsweredAsync(string status, CancellationToken cancellationToken) =>
        StoppedException.TellAsync(() => WaitForAsync(status, cancellationToken), () => _lost is null ? null : $"The {calls.Server} was to be {status}, and is not.{Lost} Apply again.");

    // Why what was asked for may never have arrived.
    private string Lost => _lost is null ? "" : $" The answer to that was lost: {Sentence.Of(_lost.Message)}";

    /// <summary>As <see cref="EnsureAsync"/>, in a change of a server that is there: what fails is told on the attribute that wants it so.</summary>
    /// <param name="wanted">One of the two words.</param>
    /// <param name="patience">How long the guest may take to shut down.</param>
    /// <param name="force">Whether the plug is pulled after that.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ProblemException">It is not so.</exception>
    public async Task ChangeAsync(string wanted, TimeSpan patience, bool force, CancellationToken cancellationToken)
    {
        try
        {
            await EnsureAsync(wanted, patience, force, cancellationToken);
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, $"The server is not {wanted} yet", "power_state", $"The {calls.Server} was to be {wanted}. What was done until now is in the state; the next apply tries again.", isBegun: true);
        }
    }

    private async Task StopAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await ActAsync(calls.StopAsync, "It was asked to shut down, and is still running.", cancellationToken);
        }
        catch (ApiException e) when (e.Kind is ApiErrorKind.InvalidRoute or ApiErrorKind.InvalidMethod)
        {
            throw ForceStopUnsupported.Of(e, patience);
        }
    }

    /// <summary>
    /// Sends an action once nothing locks the server. A lock that came in between is waited for; an answer that was lost
    /// does not matter, as what counts is the state that follows.
    /// </summary>
    public async Task ActAsync(Func<CancellationToken, Task> action, string standing, CancellationToken cancellationToken)
    {
        _lost = null;
        try
        {
            await ActOnceAsync(action, standing, cancellationToken);
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            // What follows tells.
            _lost = e;
        }
    }

    /// <summary>
    /// Sends an action once nothing locks the server; refused because of a lock that came in between, it is sent again after it.
    /// One that may have had its effect is not: the lock may be its own.
    /// </summary>
    /// <param name="action">The call.</param>
    /// <param name="standing">What there is until then, for who waits in vain.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoppedException">The lock did not clear in time: nothing was sent, or only what was refused.</exception>
    public Task ActOnceAsync(Func<CancellationToken, Task> action, string standing, CancellationToken cancellationToken) =>
        StoppedException.TellAsync(() => ActOnceAsync(action, cancellationToken), () => WhileBusy(standing));

    private async Task ActOnceAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        for (var wait = session.Polling.First; ; wait = session.Polling.After(wait))
        {
            await WaitAsync(cancellationToken);
            try
            {
                await action(cancellationToken);
                return;
            }
            catch (ApiException e) when (e is { Kind: ApiErrorKind.Rejected, MayHaveHadEffect: false })
            {
                // Locked since we looked? Then once more; else it means what it says.
                _seen = await calls.ReadAsync(cancellationToken);
                if (_seen.IsFree && !e.SaysLocked)
                {
                    throw;
                }

                // The status may lag behind, or the lock may be over already: then there is only the refusal's word.
                _seen = _seen.IsFree ? _seen with { LockedReason = e.Word } : _seen;
            }

            await Task.Delay(wait, session.Time, cancellationToken);
        }
    }

    private string? WhileBusy(string standing) => _seen is { IsFree: false } ? $"{standing} {WhyNot}" : null;

    private Task<PowerReading> WaitAsync(CancellationToken cancellationToken) => Poller.UntilAsync(
        session.Polling,
        session.Time,
        async stop => _seen = await calls.ReadAsync(stop),
        r => $"{r.Status} {r.LockedReason}",
        r => r.IsFree,
        cancellationToken);

    private Task<PowerReading> WaitForAsync(string status, CancellationToken cancellationToken) => Poller.UntilAsync(
        session.Polling, session.Time, calls.ReadAsync, r => r.Status, r => r.Status == status, cancellationToken);

    private Task<bool> WaitForAsync(string status, TimeSpan patience, CancellationToken cancellationToken) => Poller.WithinAsync(
        session.Polling, session.Time, patience, calls.ReadAsync, r => r.Status, r => r.Status == status, cancellationToken);
}
