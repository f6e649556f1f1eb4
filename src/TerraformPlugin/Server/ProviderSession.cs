using Google.Protobuf;
using Google.Protobuf.Collections;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server;

/// <summary>The provider behind the calls: what is around each of them, and what stops them.</summary>
internal sealed class ProviderSession(Provider provider) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Action> _whenSaved = [];
    private CancellationTokenSource _stop = new();

    /// <summary>Raised by every <see cref="Stop"/>.</summary>
    public event Action? Stopped;

    public Provider Provider => provider;

    /// <summary>Cancels every call under way. Later calls work: core still has to write what exists.</summary>
    /// <remarks>What is cancelled runs elsewhere: it may take its time, or throw, and core holds a lock until it is answered.</remarks>
    public void Stop()
    {
        _ = Interlocked.Exchange(ref _stop, new CancellationTokenSource()).CancelAsync();
        Stopped?.Invoke();
    }

    /// <summary>
    /// Runs one call, and answers with the response as far as the call has filled it in. Whatever the call throws becomes a diagnostic:
    /// an exception that left as a gRPC error would make core forget the object that the call was about.
    /// </summary>
    /// <param name="response">The response; it holds from the start what core is to keep if the call fails.</param>
    /// <param name="messages">Where in the response its diagnostics are.</param>
    /// <param name="cancellationToken">Fires when nobody waits for the answer any more.</param>
    /// <param name="call">Fills in the response. The token that it gets fires at a stop as well.</param>
    public async Task<IMessage> AnswerAsync(
        IMessage response, RepeatedField<Proto.Diagnostic> messages, CancellationToken cancellationToken, Func<Diagnostics, CancellationToken, Task> call)
    {
        var diagnostics = new Diagnostics();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Volatile.Read(ref _stop).Token, cancellationToken);
        try
        {
            await call(diagnostics, stop.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            diagnostics.Add(ExceptionDiagnostics.Explain(e, provider, stop.IsCancellationRequested));
        }

        messages.AddRange(diagnostics.ToMessages(provider.Redact));
        return response;
    }

    /// <summary>A call is answered, if anybody still waits for that.</summary>
    /// <param name="whenSaved">What to do once the answer surely has arrived.</param>
    /// <param name="cancellationToken">Fires when nobody waits for the answer any more.</param>
    public void Answered(IReadOnlyCollection<Action> whenSaved, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            lock (_lock)
            {
                _whenSaved.AddRange(whenSaved);
            }
        }
    }

    /// <summary>The client has all answers, and wants no more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _whenSaved.ForEach(action => action());
            _whenSaved.Clear();
        }
    }

    public void Dispose() => _stop.Dispose();
}
