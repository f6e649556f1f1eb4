using Dashserv.Api.Secrets;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Dashserv.Api.Transport;

/// <summary>Sends a call, judges the answer, and repeats it where repeating is safe. An order whose answer was lost is never repeated.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly TimeProvider _time;
    private readonly ApiRequests _requests;
    private readonly HttpExchange _exchange;
    private readonly RequestQueue _queue;
    private readonly Refusals _refusals;
    private readonly Contact _contact = new();
    private readonly CallLog _log;
    private readonly ServerClock _clock;
    private readonly ResiliencePipeline<ApiResult> _pipeline;

    public ApiTransport(DashservClientOptions options, TimeProvider time, ILogger logger)
    {
        _time = time;
        Redactor = options.Redactor;
        _requests = new ApiRequests(options);
        var proxy = new EnvironmentProxy(options.Environment, options.Redactor);
        _exchange = new HttpExchange(
            options.Handler ?? NetworkHandler.Create(options, proxy.InUse, logger), _requests, new AnswerBodies(options.MaxAnswerBytes), proxy,
            options.RequestTimeout, time);
        _queue = new RequestQueue(options.MaxConcurrentRequests, new Pace(options.RequestsPerSecond, options.Randomness), time);
        _refusals = new Refusals(options.MaxRetries, _queue, options.Randomness, time);
        _log = new CallLog(logger);
        _clock = new ServerClock(time);
        _pipeline = Pipeline(options.MaxRetries, new Backoff(options.Randomness));
    }

    /// <summary>Knows what must not be shown.</summary>
    public Redactor Redactor { get; }

    /// <summary><see cref="ServerClock.Now"/>.</summary>
    public DateTimeOffset ServerTime => _clock.Now;

    /// <exception cref="ApiException">The call failed, or nobody knows what became of it.</exception>
    /// <exception cref="OperationCanceledException">
    /// It was cancelled. The inner exception is an <see cref="ApiException"/> if it may have had an effect all the same, or if a rate limit held it up.
    /// </exception>
    public async Task<ApiResult> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var context = new CallContext(call, _requests.UrlOf(call), _queue.TakeTurn(), Redactor);
        call.Secrets.ForEach(Redactor.Add);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (state, token) => await state.Transport.TryUntilTakenAsync(state.Context, token).ConfigureAwait(false),
                (Transport: this, Context: context),
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (WhyItMatters(context) is { } failure)
        {
            throw new OperationCanceledException(e.Message, failure, cancellationToken);
        }
    }

    public void Dispose()
    {
        _exchange.Dispose();
        _queue.Dispose();
    }

    /// <summary>What is to be told of a call that was cancelled: it may have had its effect, or it was held up by a rate limit.</summary>
    private static ApiException? WhyItMatters(CallContext context)
    {
        var (refusal, mayHaveHadEffect) = (context.LastRefusal, (context.IsInFlight || context.OutcomeUnknownBefore) && context.Call.Effect != CallEffect.None);
        return !mayHaveHadEffect || (refusal is { MayHaveHadEffect: true } && !context.IsInFlight)
            ? refusal
            : TransportFault.Lost(context, "cancelled while waiting for the answer", exception: null);
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
                    arguments.Outcome.Exception is ApiException { MayRetry: true, Kind: not ApiErrorKind.RateLimited } e
                        && !(e.RetryAfter > RefusalWait.LongestAskedFor)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    backoff.Delay(arguments.AttemptNumber, ((ApiException)arguments.Outcome.Exception!).RetryAfter)),
            })
            .Build();
    }

    private async Task<ApiResult> TryUntilTakenAsync(CallContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TryAsync(context, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Kind == ApiErrorKind.RateLimited)
            {
                if (!await _refusals.WaitAsync(context, e, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    private async Task<ApiResult> TryAsync(CallContext context, CancellationToken cancellationToken)
    {
        using var place = await _queue.EnterAsync(context.Turn, cancellationToken).ConfigureAwait(false);
        context.Tries++;
        var started = _time.GetTimestamp();
        try
        {
            var answer = await _exchange.RunAsync(context, cancellationToken).ConfigureAwait(false);
            _contact.Make();
            _clock.Read(answer.Date);
            _log.Answered(context, answer, _time.GetElapsedTime(started));
            return Judge(context, answer, place);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone && context.OutcomeUnknownBefore && context.Call.Method == HttpMethod.Delete)
        {
            // The lost answer was the success: what we were to delete is not there any more.
            return new ApiResult(context, e.StatusCode!.Value, default) { WasAlreadyGone = true };
        }
        catch (ApiException e)
        {
            e.MayRetry &= _contact.IsWorthAnother(context, e);
            e.MayHaveHadEffect |= context.OutcomeUnknownBefore && context.Call.Effect != CallEffect.None;
            context.OutcomeUnknownBefore |= e.Kind == ApiErrorKind.OutcomeUnknown || e.MayHaveHadEffect;
            _log.Failed(context, e, _time.GetElapsedTime(started));
            throw;
        }
    }

    private ApiResult Judge(CallContext context, Answer answer, Place place)
    {
        try
        {
            var data = EnvelopeJudge.Judge(context, answer);
            place.Accepted();
            return new ApiResult(context, answer.Status, data) { Body = answer.Body };
        }
        catch (Exception e)
        {
            answer.Body.Dispose();
            if (e is ApiException { Kind: ApiErrorKind.RateLimited } refusal)
            {
                _refusals.Note(context, refusal, place);
            }
            else
            {
                place.Accepted();
            }

            throw;
        }
    }
}
