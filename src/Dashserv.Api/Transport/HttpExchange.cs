namespace Dashserv.Api.Transport;

/// <summary>One try of a call on the network: a request, and the whole of its answer, within the time that a try may take.</summary>
internal sealed class HttpExchange(
    HttpMessageHandler network, ApiRequests requests, AnswerBodies bodies, EnvironmentProxy proxy, TimeSpan limit, TimeProvider time) : IDisposable
{
    /// <summary>How long, when interrupted, the answer to what must not be sent twice is still waited for: it holds an order's id.</summary>
    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(3);

    private readonly HttpMessageInvoker _network = new(network);

    /// <exception cref="ApiException">There is no answer, or only a part of one.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled; the call then still counts as in flight.</exception>
    public async Task<Answer> RunAsync(CallContext context, CancellationToken cancellationToken)
    {
        if (proxy.FindProblem(context.Url) is { } problem)
        {
            throw TransportFault.NoRoute(context, problem);
        }

        using var request = requests.Create(context);
        using var timeout = new CancellationTokenSource(limit, time);
        using var interrupt = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var interrupting = cancellationToken.Register(() => Interrupt(interrupt, context)).ConfigureAwait(false);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupt.Token, timeout.Token);
        context.IsInFlight = true;
        try
        {
            using var response = await _network.SendAsync(request, either.Token).ConfigureAwait(false);
            var answer = await Answer.ReadAsync(response, bodies, time, either.Token).ConfigureAwait(false);
            context.IsInFlight = false;
            return answer;
        }
        catch (Exception e) when (TransportFault.IsOne(e))
        {
            // However the network words it, what the caller has cancelled is a cancellation.
            cancellationToken.ThrowIfCancellationRequested();
            context.IsInFlight = false;
            throw TransportFault.Describe(context, e, proxy.InUse, timeout.IsCancellationRequested, limit);
        }
    }

    public void Dispose()
    {
        _network.Dispose();
        bodies.Dispose();
    }

    private static void Interrupt(CancellationTokenSource exchange, CallContext context)
    {
        if (context.Call.Effect == CallEffect.Once)
        {
            exchange.CancelAfter(AnswerGrace);
        }
        else
        {
            exchange.Cancel();
        }
    }
}
