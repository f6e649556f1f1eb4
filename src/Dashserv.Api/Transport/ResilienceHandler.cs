using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Dashserv.Api.Transport;

/// <summary>Sends a request, judges the answer, and repeats it where repeating is safe. An order whose answer was lost is never repeated.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    /// <summary>How long, when interrupted, the answer to what must not be sent twice is still waited for: it holds an order's id.</summary>
    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(3);

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly RequestLimits _limits;
    private readonly RateLimitGate _gate;
    private readonly CallLog _log;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ResilienceHandler(DashservClientOptions options, TimeProvider time, ILogger logger)
    {
        _time = time;
        _timeout = options.RequestTimeout;
        _limits = new RequestLimits(options.MaxConcurrentRequests, options.RequestsPerSecond);
        _gate = new RateLimitGate(time);
        _log = new CallLog(logger);
        _pipeline = Pipeline(options.MaxRetries, new Backoff(options.Randomness));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(CallContext.Key, out var context))
        {
            throw new InvalidOperationException("A request without its call.");
        }

        return await _pipeline.ExecuteAsync(
            static async (state, token) => await state.Handler.TryAsync(state.Request, state.Context, token).ConfigureAwait(false),
            (Handler: this, Request: request, Context: context),
            cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _limits.Dispose();
        }

        base.Dispose(disposing);
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline(int retries, Backoff backoff)
    {
        if (retries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = retries,
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is ApiException { MayRetry: true } e && !(e.RetryAfter > Backoff.LongestRetryAfter)),
                DelayGenerator = arguments =>
                {
                    var failure = (ApiException)arguments.Outcome.Exception!;
                    var delay = backoff.Delay(arguments.AttemptNumber, failure.RetryAfter);
                    if (failure.Kind == ApiErrorKind.RateLimited)
                    {
                        _gate.Close(delay);
                    }

                    return ValueTask.FromResult<TimeSpan?>(delay);
                },
            })
            .Build();
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CallContext context, CancellationToken cancellationToken)
    {
        // The gate comes last: whoever got a place meanwhile must still not send while it is closed.
        using var place = await _limits.EnterAsync(cancellationToken).ConfigureAwait(false);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        context.Tries++;
        var started = _time.GetTimestamp();
        try
        {
            var answer = await ExchangeAsync(request, context, cancellationToken).ConfigureAwait(false);
            _log.Answered(context, answer, _time.GetElapsedTime(started));
            context.Status = answer.Status;
            context.Data = EnvelopeJudge.Judge(context, answer);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone && context.OutcomeUnknownBefore && context.Call.Method == HttpMethod.Delete)
        {
            // The lost answer was the success: what we were to delete is not there any more.
            context.WasAlreadyGone = true;
        }
        catch (ApiException e)
        {
            e.MayHaveHadEffect |= context.OutcomeUnknownBefore && context.Call.Effect != CallEffect.None;
            context.OutcomeUnknownBefore |= e.Kind == ApiErrorKind.OutcomeUnknown;
            _log.Failed(context, e, _time.GetElapsedTime(started));
            throw;
        }

        return new HttpResponseMessage();
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

    private async Task<Answer> ExchangeAsync(HttpRequestMessage request, CallContext context, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var interrupt = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        await using var interrupting = cancellationToken.Register(() => Interrupt(interrupt, context)).ConfigureAwait(false);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupt.Token, timeout.Token);
        context.IsInFlight = true;
        try
        {
            using var response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            var answer = await Answer.ReadAsync(response, _time, either.Token).ConfigureAwait(false);
            context.IsInFlight = false;
            return answer;
        }
        catch (Exception e) when (TransportFault.IsOne(e))
        {
            // However the network words it, what the caller has cancelled is a cancellation. The call then still counts as in flight.
            cancellationToken.ThrowIfCancellationRequested();
            context.IsInFlight = false;
            throw TransportFault.Describe(context, e, timeout.IsCancellationRequested, _timeout);
        }
    }
}
