using Dashserv.Provider.Failures;

namespace Dashserv.Provider.Operations;

/// <summary>What only looks, under the same limits and in the same words as a write: there is nothing to send.</summary>
/// <param name="title">What it does, after "to".</param>
/// <param name="words">What is said when it fails.</param>
/// <param name="read">Looks.</param>
internal sealed class ReadOperation(string title, FailureWords words, Func<CancellationToken, Task> read) : WriteOperation
{
    public override string Title => title;

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => read(cancellationToken);

    public override Task<bool> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task SendAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override FailureWords Words(OperationStage stage, Exception failure) => words;
}
