using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Vservers;

/// <summary>Installs an operating system on a vserver, until it is really installed; wipes its disk.</summary>
/// <param name="session">The configured provider.</param>
/// <param name="id">The vserver.</param>
/// <param name="image">The image's name.</param>
/// <param name="isTriggered">Whether it is done whatever is installed; else not where an earlier installation has made the image wanted by now.</param>
/// <param name="keep">Keeps what there is at a stage.</param>
internal sealed class VserverReinstallOperation(Session session, string id, string image, bool isTriggered, Action<OperationStage> keep) : WriteOperation
{
    private readonly VserverOperations _server = new(session, id);
    private readonly VserverTaskLog _tasks = new VserverOperations(session, id).InstallTasks();
    private Vserver? _before;
    private Exception? _lost;

    public override string Title => $"reinstall the vserver {id}";

    public override ServerLock Lock { get; } = new VserverOperations(session, id).Lock();

    public override bool ShowsInWatch => true;

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        _before = await _server.ReadAsync(cancellationToken);
        await _tasks.StartAsync(cancellationToken);
        return isTriggered || !HasImage(_before);
    }

    public override async Task SendAsync(CancellationToken cancellationToken) =>
        await session.Access.Client.Vservers.ReinstallAsync(id, image, cancellationToken);

    public override Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) => Task.FromResult((_lost = lost) is null);

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var watch = new ActionWatch(session.Access, Lock, _tasks);
        await watch.UntilOverAsync(cancellationToken);
        var server = await _server.ReadAsync(cancellationToken);
        if (Judge(server) is { } problem)
        {
            throw problem;
        }

        // A short installation may be over before the first look: another image is a proof of it, and so is a task.
        return watch.WasBusy || _tasks.Task is not null || (HasImage(server) && !HasImage(_before!));
    }

    public override void Touch() => session.VserverReads.Touch(id);

    public override void Keep(OperationStage stage) => keep(stage);

    public override FailureWords Words(OperationStage stage, Exception failure) => stage switch
    {
        OperationStage.Begun => VserverReinstallWords.Begun(image),
        OperationStage.Lost => VserverReinstallWords.Lost(id, image, _lost ?? failure, failure),
        _ => VserverReinstallWords.NotDone(Lock),
    };

    /// <summary>Whether the API ended it with a failure.</summary>
    public bool HasFailed => _tasks.HasFailed;

    private ProblemException? Judge(Vserver server) =>
        HasFailed ? VserverReinstallWords.Failed(id, _tasks.Failure)
        : server.Image is { } installed && !HasImage(server)
        ? VserverReinstallWords.AnotherImage(id, image, installed.DisplayName ?? installed.Name, _lost)
        : null;

    private bool HasImage(Vserver server) => server.Image is { } installed && VserverMapping.Names(installed).Any(n => LooseText.Same(n, image));
}
