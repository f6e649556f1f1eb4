using Dashserv.Provider.Failures;

namespace Dashserv.Provider.Operations;

/// <summary>One write under way, and how far it got.</summary>
internal sealed class OperationRun(WriteOperation operation)
{
    public WriteOperation Operation => operation;

    public OperationStage Stage { get; private set; } = operation.FirstStage;

    /// <summary>Why it is not known whether it took effect; null where it is known, or was never sent.</summary>
    public Exception? Lost { get; private set; }

    /// <summary>Whether the API has refused it because of a lock.</summary>
    public bool WasLocked { get; set; }

    /// <summary>Whether the API has refused it.</summary>
    public bool IsRefused { get; set; }

    public void Reach(OperationStage stage)
    {
        Stage = stage;
        if (stage is OperationStage.Begun)
        {
            Lost = null;
        }

        operation.Touch();
        operation.Keep(stage);
    }

    /// <summary>It is out, and whether it took effect is not known.</summary>
    public void Lose(Exception? lost)
    {
        (Lost, Stage) = (lost, OperationStage.Lost);
        operation.Touch();
    }
}
