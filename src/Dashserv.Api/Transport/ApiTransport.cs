using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Dashserv.Api.Transport;

/// <summary>Sends a call, judges the answer, and repeats it where repeating is safe. An order whose answer was lost is never repeated.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Redaction _redaction;
    private readonly ApiRequests _requests;
    private readonly HttpExchange _exchange;
    private readonly RequestLimits _limits;
    private readonly RateLimitGate _gate;
    private readonly CallLog _log;
    private readonly ServerClock _clock;
    private readonly ResiliencePipeline<ApiResult> _pipeline;

    public ApiTransport(DashservClientOptions options, TimeProvider time, ILogger logger)
    {
        _time = time;
        _redaction = new Redaction(options.Token);
        _requests = new ApiRequests(options);
        _exchange = new HttpExchange(options.Handler ?? NetworkHandler.Create(options, logger), _requests, options.RequestTimeout, time);
        _limits = new RequestLimits(options.MaxConcurrentRequests, options.RequestsPerSecond);
        _gate = new RateLimitGate(time);
        _log = new CallLog(logger);
        _clock = new ServerClock(time);
        _pipeline = Pipeline(options.MaxRetries, new Backoff(options.Randomness));
    }

    /// <summary><see cref="ServerClock.Now"/>.</summary>
    public DateTimeOffset ServerTime => _clock.Now;

    /// <exception cref="ApiException">The call failed, or nobody knows what became of it.</exception>
    /// <exception cref="OperationCanceledException">
    /// It was cancelled. The inner exception is an <see cref="ApiException"/> if it may have had an effect all the same.
    /// </exception>
    public async Task<ApiResult> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var context = new CallContext(call, _requests.UrlOf(call), _redaction);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (state, token) => await state.Transport.TryAsync(state.Context, token).ConfigureAwait(false),
                (Transport: this, Context: context),
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when ((context.IsInFlight || context.OutcomeUnknownBefore) && call.Effect != CallEffect.None)
        {
            var lost = TransportFault.Lost(context, "cancelled while waiting for the answer", exception: null);
            throw new OperationCanceledException(e.Message, lost, cancellationToken);
        }
    }

    public void Dispose()
    {
        _exchange.Dispose();
        _limits.Dispose();
    }

    private ResiliencePipeline<ApiResult> Pipeline(int retries, Backoff backoff)
    {
        if (retries == 0)
        {
            return ResiliencePipeline<ApiResult>.Empty;
        }

        return new ResiliencePipelineBuilder<ApiResult> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<ApiResult>
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

    private async Task<ApiResult> TryAsync(CallContext context, CancellationToken cancellationToken)
    {
        // The gate comes last: whoever got a place meanwhile must still not send while it is closed.
        using var place = await _limits.EnterAsync(cancellationToken).ConfigureAwait(false);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        context.Tries++;
        var started = _time.GetTimestamp();
        try
        {
            var answer = await _exchange.RunAsync(context, cancellationToken).ConfigureAwait(false);
            _clock.Read(answer.Date);
            _log.Answered(context, answer, _time.GetElapsedTime(started));
            return new ApiResult(context, answer.Status, EnvelopeJudge.Judge(context, answer));
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone && context.OutcomeUnknownBefore && context.Call.Method == HttpMethod.Delete)
        {
            // The lost answer was the success: what we were to delete is not there any more.
            return new ApiResult(context, e.StatusCode!.Value, default) { WasAlreadyGone = true };
        }
        catch (ApiException e)
        {
            e.MayHaveHadEffect |= context.OutcomeUnknownBefore && context.Call.Effect != CallEffect.None;
            context.OutcomeUnknownBefore |= e.Kind == ApiErrorKind.OutcomeUnknown || e.MayHaveHadEffect;
            _log.Failed(context, e, _time.GetElapsedTime(started));
            throw;
        }
    }
}
