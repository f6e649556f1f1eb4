using System.Collections.Concurrent;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace TerraformPlugin.Server;

/// <summary>The provider behind the calls: its resources, made when first asked for, and what stops it.</summary>
internal sealed class ProviderSession(Provider provider) : IDisposable
{
    private readonly ConcurrentDictionary<string, Resource> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DataSource> _dataSources = new(StringComparer.Ordinal);
    private CancellationTokenSource _stop = new();

    /// <summary>Raised by every <see cref="Stop"/>.</summary>
    public event Action? Stopped;

    public Provider Provider => provider;

    /// <summary>The resource of that type.</summary>
    /// <exception cref="UnknownTypeException">There is none.</exception>
    public Resource Resource(string typeName) => _resources.GetOrAdd(
        typeName, name => provider.Resources.TryGetValue(name, out var make) ? make() : throw new UnknownTypeException("resource", name));

    /// <summary>The data source of that type.</summary>
    /// <exception cref="UnknownTypeException">There is none.</exception>
    public DataSource DataSource(string typeName) => _dataSources.GetOrAdd(
        typeName, name => provider.DataSources.TryGetValue(name, out var make) ? make() : throw new UnknownTypeException("data source", name));

    /// <summary>Cancels every call under way. Later calls work: core still has to write what exists.</summary>
    /// <remarks>What is cancelled runs elsewhere: it may take its time, or throw, and core holds a lock until it is answered.</remarks>
    public void Stop()
    {
        _ = Interlocked.Exchange(ref _stop, new CancellationTokenSource()).CancelAsync();
        Stopped?.Invoke();
    }

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
