using Dashserv.Provider.Access;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Operations;

/// <summary>Brings a server on line or off, past guests that do not listen.</summary>
/// <param name="access">The API.</param>
/// <param name="calls">The server's power.</param>
/// <param name="shutdownLimit">How long the guest may take to shut down.</param>
/// <param name="force">Whether the plug is pulled after that.</param>
internal sealed class ServerPower(ApiAccess access, PowerCalls calls, TimeSpan shutdownLimit, bool force)
{
    /// <summary>What there is besides, where the wait is in vain.</summary>
    public string? Outcome { get; init; }

    public async Task<OperationResult> TrySwitchAsync(OperationRunner runner, string wanted)
    {
        if (wanted == PowerStates.Online)
        {
            return await runner.TryRunAsync(Make(PowerAction.Start));
        }

        var shutdown = Make(PowerAction.Shutdown);
        var result = await runner.TryRunAsync(shutdown);
        return force && shutdown.IsIgnored ? await runner.TryRunAsync(Make(PowerAction.Stop)) : result;
    }

    /// <exception cref="Failures.ProblemException">It is not so.</exception>
    public async Task SwitchAsync(OperationRunner runner, string wanted) => (await TrySwitchAsync(runner, wanted)).ThrowIfFailed();

    private PowerOperation Make(PowerAction action) => new(access, calls, action, shutdownLimit) { Outcome = Outcome };
}
