using Google.Protobuf;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting;

/// <summary>Counts the provider's calls, so that an ending process can cancel them and give them a moment.</summary>
internal sealed class RunningCalls(TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancelled = new();
    private TaskCompletionSource? _idle;
    private int _count;

    /// <summary>The same method, counted and cancellable from here.</summary>
    public RpcMethod Track(RpcMethod method) => method switch
    {
        UnaryRpc rpc => rpc with { Handler = (request, token) => RunAsync(linked => rpc.Handler(request, linked), token) },
        ServerStreamingRpc rpc => rpc with
        {
            Handler = (request, write, token) => RunAsync(Unit(linked => rpc.Handler(request, write, linked)), token),
        },
        ClientStreamingRpc rpc => rpc with
        {
            Handler = (requests, write, token) => RunAsync(Unit(linked => rpc.Handler(requests, write, linked)), token),
        },
        _ => method,
    };

    /// <summary>Cancels what runs, and returns when it has ended or the time is over.</summary>
    public async Task CancelAsync(TimeSpan limit)
    {
        Task idle;
        lock (_gate)
        {
            if (_count == 0)
            {
                return;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        // Not on this thread: what handlers registered must not keep us from watching the time.
        var cancelling = _cancelled.CancelAsync();
        await Task.WhenAll(cancelling, idle).WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _cancelled.Dispose();

    private static Func<CancellationToken, Task<IMessage?>> Unit(Func<CancellationToken, Task> run) => async token =>
    {
        await run(token).ConfigureAwait(false);
        return null;
    };

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken token)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token, _cancelled.Token);
        lock (_gate)
        {
            _count++;
        }

        try
        {
            return await run(linked.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                if (--_count == 0)
                {
                    _idle?.TrySetResult();
                }
            }
        }
    }
}
