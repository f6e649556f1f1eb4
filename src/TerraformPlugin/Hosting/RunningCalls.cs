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
    private long _lastEnd = time.GetTimestamp();

    /// <summary>How long ago a call ended last; since the start if none did.</summary>
    public TimeSpan SinceLastEnd
    {
        get
        {
            lock (_gate)
            {
                return time.GetElapsedTime(_lastEnd);
            }
        }
    }

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

    /// <summary>Cancels what runs, for good, and returns when it has ended or the time is over.</summary>
    /// <returns>Whether anything ran.</returns>
    public async Task<bool> CancelAsync(TimeSpan limit)
    {
        var idle = WhenIdle();
        if (idle.IsCompleted)
        {
            return false;
        }

        // Not on this thread: what handlers registered must not keep us from watching the time.
        var cancelling = _cancelled.CancelAsync();
        await Task.WhenAll(cancelling, idle).WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    /// <summary>Returns when, from now on, no call has run for so long.</summary>
    public async Task WaitForQuietAsync(TimeSpan quiet)
    {
        var begin = time.GetTimestamp();
        while (true)
        {
            await WhenIdle().ConfigureAwait(false);
            var now = Shorter(time.GetElapsedTime(begin), SinceLastEnd);
            if (now >= quiet)
            {
                return;
            }

            await Task.Delay(quiet - now, time).ConfigureAwait(false);
        }
    }

    public void Dispose() => _cancelled.Dispose();

    private static Func<CancellationToken, Task<IMessage?>> Unit(Func<CancellationToken, Task> run) => async token =>
    {
        await run(token).ConfigureAwait(false);
        return null;
    };

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private Task WhenIdle()
    {
        lock (_gate)
        {
            return _count == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

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
                _lastEnd = time.GetTimestamp();
                if (--_count == 0)
                {
                    _idle?.TrySetResult();
                    _idle = null;
                }
            }
        }
    }
}
