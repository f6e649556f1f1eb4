using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Wipes a dedicated server's disks and installs an operating system, until it is really there: what was installed before is not.</summary>
/// <param name="session">The configured provider.</param>
/// <param name="id">The server.</param>
/// <param name="template">The operating system.</param>
/// <param name="hostname">What it is to call itself.</param>
/// <param name="earlier">How it was before an earlier run asked for the same, which counts if it has succeeded by now; null where none did.</param>
/// <param name="asked">Keeps how it was before the call; null: there was no such call.</param>
/// <param name="keep">Keeps what there is at a stage.</param>
internal sealed class DedicatedServerInstallOperation(
    Session session, string id, Template template, string hostname, InstallationMark? earlier, Action<InstallationMark?> asked,
    Action<OperationStage> keep) : WriteOperation
{
    // The reference says that it reboots at once.
    private static readonly TimeSpan SignLimit = TimeSpan.FromMinutes(5);

    private readonly DedicatedServerOperations _server = new(session, id);
    private InstallationMark? _before;
    private Exception? _lost;

    public override string Title => $"install {template.Name} on the dedicated server {id}";

    public override bool ShowsInWatch => true;

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (earlier is not null && await _server.JudgeAsync(template, earlier, cancellationToken) is { HasFailed: false } outcome
            && InstallationOutcome.IsAnother(earlier, outcome.After))
        {
            return false;
        }

        _before = InstallationMark.Of(await _server.WaitIdleAsync(cancellationToken));
        return true;
    }

    public override Task SendAsync(CancellationToken cancellationToken)
    {
        asked(_before);
        return session.Access.Client.DedicatedServers.InstallAsync(id, template.Id, hostname, cancellationToken);
    }

    // Refused because one runs already, which may well be the one that was ordered: what it installs is judged at its end.
    public override async Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken)
    {
        var isRunning = refusal.Kind == ApiErrorKind.Rejected && (await _server.ReadInstallationAsync(cancellationToken).OrNullAsync())?.IsInstalling == true;
        _lost = isRunning ? refusal : null;
        if (!isRunning)
        {
            asked(null);
        }

        return isRunning ? RefusalMeaning.MayBeUnderWay : RefusalMeaning.Refused;
    }

    public override Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) => Task.FromResult((_lost = lost) is null);

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var isSeen = await _server.WaitForSignAsync(SignLimit, s => InstallationOutcome.IsAnother(_before!, s), cancellationToken);
        Keep(isSeen ? OperationStage.Begun : throw DedicatedServerInstallWords.NotBegun(id, template, _lost, SignLimit));
        var outcome = await _server.JudgeAsync(template, _before!, cancellationToken);
        return outcome.HasFailed ? throw DedicatedServerInstallWords.Failed(outcome.Explain(id)) : true;
    }

    public override void Touch() => session.DedicatedServerReads.Touch(id);

    public override void Keep(OperationStage stage) => keep(stage);

    public override FailureWords Words(OperationStage stage, Exception failure) => DedicatedServerInstallWords.Of(stage, id, template, _lost, failure);
}
