using System.Text.Json;
using Dashserv.Api.Json;
using Microsoft.Extensions.Logging;

namespace Dashserv.Api.Transport;

/// <summary>Turns a call into a request and a judged answer into a value.</summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly string _base;
    private readonly string _token;
    private readonly string _userAgent;
    private readonly Redaction _redaction;
    private readonly Lazy<HttpClient> _http;

    public ApiConnection(DashservClientOptions options, TimeProvider time, ILogger logger)
    {
        _base = options.Endpoint.AbsoluteUri.TrimEnd('/') + "/";
        _token = options.Token;
        _userAgent = options.UserAgent;
        _redaction = new Redaction(options.Token);

        // Lazy, for most runs of the process never call the API, and trust costs 20 ms to load.
        _http = new Lazy<HttpClient>(() => new HttpClient(new ResilienceHandler(options, time, logger)
        {
            InnerHandler = options.Handler ?? NetworkHandler.Create(options, logger),
        })
        { Timeout = Timeout.InfiniteTimeSpan });
    }

    /// <summary>Reads what a call answers.</summary>
    public async Task<T> ReadAsync<T>(ApiCall call, Func<WireValue, T> read, CancellationToken cancellationToken)
    {
        var context = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        var data = context.Data;
        if (data.Kind == JsonValueKind.String)
        {
            throw Failure(context).Rejected(surelyWithoutEffect: true);
        }

        try
        {
            return read(data);
        }
        catch (ShapeException e)
        {
            throw Failure(context).UnexpectedAnswer(e.Message);
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, but null where the API has no such route: for calls that its reference does not promise.</summary>
    public async Task<T?> ReadIfOfferedAsync<T>(ApiCall call, Func<WireValue, T> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await ReadAsync(call, read, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Kind is ApiErrorKind.InvalidRoute or ApiErrorKind.InvalidMethod)
        {
            return null;
        }
    }

    /// <summary>Carries an action out; only the documented word is success.</summary>
    public async Task ActAsync(ApiCall call, string successWord, CancellationToken cancellationToken)
    {
        var context = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (!context.WasAlreadyGone)
        {
            _ = Expect(context, text => text == successWord);
        }
    }

    /// <summary>Carries a power action out, answered by a task's uuid (vservers) or by a word (dedicated servers).</summary>
    /// <returns>The task's uuid, or null.</returns>
    public async Task<string?> PowerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var context = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        var text = Expect(context, static text => text == ActionWords.ActionExecuted || ActionWords.IsId(text));
        return text == ActionWords.ActionExecuted ? null : text;
    }

    /// <summary>Carries something out that answers the uuid of what it began.</summary>
    public async Task<string> BeginAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var context = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        return Expect(context, ActionWords.IsId);
    }

    /// <summary>Carries something out that answers a password.</summary>
    public async Task<string> PasswordAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var context = await SendAsync(call with { IsSecret = true }, cancellationToken).ConfigureAwait(false);
        return Expect(context, ActionWords.IsPassword);
    }

    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private static ApiFailure Failure(CallContext context) =>
        new(context, new Answer(context.Status, [], null, null, null), context.Data, success: true);

    private static string Expect(CallContext context, Func<string, bool> isSuccess)
    {
        var data = context.Data;
        string? text;
        try
        {
            text = data.Kind is JsonValueKind.String or JsonValueKind.Number ? data.Text() : null;
        }
        catch (ShapeException e)
        {
            throw Failure(context).UnexpectedAnswer(e.Message);
        }

        if (text is null)
        {
            throw Failure(context).UnexpectedAnswer("`data` is no word");
        }

        // success: true with a word nobody documented: an error, but not one that proves that nothing happened.
        return isSuccess(text) ? text : throw Failure(context).Rejected(surelyWithoutEffect: ActionWords.IsKnownFailure(text));
    }

    private async Task<CallContext> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var url = new Uri(_base + call.Path + (call.Query is null ? "" : "?" + call.Query));
        var context = new CallContext(call, url, _redaction);
        try
        {
            using var request = Request(context);
            using var response = await _http.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return context;
        }
        catch (OperationCanceledException e) when ((context.IsInFlight || context.OutcomeUnknownBefore) && call.Effect != CallEffect.None)
        {
            throw new OperationCanceledException(e.Message, TransportFault.Lost(context, "cancelled while waiting for the answer", exception: null), cancellationToken);
        }
    }

    private HttpRequestMessage Request(CallContext context)
    {
        var request = new HttpRequestMessage(context.Call.Method, context.Url);
        request.Options.Set(CallContext.Key, context);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _token);
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");

        // A body, if only an empty one, keeps the HTTP stack from silently repeating a call on a connection that broke.
        if (context.Call.Form.Count > 0 || context.Call.Effect != CallEffect.None)
        {
            request.Content = new FormUrlEncodedContent(context.Call.Form);
        }

        return request;
    }
}
