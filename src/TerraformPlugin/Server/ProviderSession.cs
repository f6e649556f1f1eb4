using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace TerraformPlugin.Server;

/// <summary>The provider behind the calls: one guard around each of them, and what stops them.</summary>
internal sealed class ProviderSession(Provider provider) : IDisposable
{
    private CancellationTokenSource _stop = new();

    public Provider Provider => provider;

    /// <summary>Cancels every call under way. Later calls work: core still has to write what exists.</summary>
    /// <remarks>What is cancelled runs elsewhere: it may take its time, or throw, and core holds a lock until it is answered.</remarks>
    public void Stop() => _ = Interlocked.Exchange(ref _stop, new CancellationTokenSource()).CancelAsync();

    /// <summary>
    /// Runs one call. Whatever it throws becomes a diagnostic: an exception that left as a gRPC error would make core
    /// forget the object the call was about.
    /// </summary>
    public async Task GuardAsync(Diagnostics diagnostics, CancellationToken callCancelled, Func<CancellationToken, Task> call)
    {
        using var cancellationToken = CancellationTokenSource.CreateLinkedTokenSource(Volatile.Read(ref _stop).Token, callCancelled);
        try
        {
            await call(cancellationToken.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            diagnostics.Add(ExceptionDiagnostics.Explain(e, provider, cancellationToken.IsCancellationRequested));
        }
    }

    public void Dispose() => _stop.Dispose();
}
