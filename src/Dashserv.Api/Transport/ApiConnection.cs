using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Transport;

/// <summary>Turns a call into a request and a judged answer into a value.</summary>
/// <param name="transport">Sends it. Lazy, for most runs of the process never call the API, and trust costs 20 ms to load.</param>
internal sealed class ApiConnection(Lazy<ApiTransport> transport)
{
    /// <summary>What has to let each call pass first; null where nothing has to.</summary>
    public AccountGuard? Guard { get; init; }

    /// <summary>Reads what a call answers.</summary>
    public async Task<T> ReadAsync<T>(ApiCall call, Func<WireValue, T> read, CancellationToken cancellationToken)
    {
        using var result = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        var data = result.Data;
        if (data.Kind == JsonValueKind.String)
        {
            throw Failure(result).Rejected(surelyWithoutEffect: true);
        }

        try
        {
            return read(data);
        }
        catch (ShapeException e)
        {
            throw Failure(result).UnexpectedAnswer(e.Message);
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, of what holds secrets: the answer is quoted nowhere, and they are in no text from then on.</summary>
    public Task<T> ReadSecretAsync<T>(ApiCall call, Func<WireValue, T> read, Func<T, IEnumerable<string>> secrets, CancellationToken cancellationToken) =>
        ReadAsync(
            call with { IsSecret = true },
            data =>
            {
                var answer = read(data);
                foreach (var secret in secrets(answer))
                {
                    transport.Value.Redactor.Add(secret);
                }

                return answer;
            },
            cancellationToken);

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
        using var result = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (!result.WasAlreadyGone)
        {
            _ = Expect(result, text => text == successWord);
        }
    }

    /// <summary>Carries a power action out, answered by a task's uuid (vservers) or by a word (dedicated servers).</summary>
    /// <returns>The task's uuid, or null.</returns>
    public async Task<string?> PowerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var result = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        var text = Expect(result, static text => text == ActionWords.ActionExecuted || ActionWords.IsId(text));
        return text == ActionWords.ActionExecuted ? null : text;
    }

    /// <summary>Carries something out that answers the uuid of what it began.</summary>
    public async Task<string> BeginAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var result = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        return Expect(result, ActionWords.IsId);
    }

    /// <summary>Carries something out that answers a password.</summary>
    public async Task<string> PasswordAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var result = await SendAsync(call with { IsSecret = true }, cancellationToken).ConfigureAwait(false);
        var password = Expect(result, ActionWords.IsPassword);
        result.Context.Redactor.Add(password);
        return password;
    }

    private static ApiFailure Failure(ApiResult result) =>
        new(result.Context, new Answer(result.Status, AnswerBody.Empty, null, null, null), result.Data, success: true);

    private static string Expect(ApiResult result, Func<string, bool> isSuccess)
    {
        var data = result.Data;
        string? text;
        try
        {
            text = data.Kind is JsonValueKind.String or JsonValueKind.Number ? data.Text() : null;
        }
        catch (ShapeException e)
        {
            throw Failure(result).UnexpectedAnswer(e.Message);
        }

        if (text is null)
        {
            throw Failure(result).UnexpectedAnswer("`data` is no word");
        }

        // success: true with a word nobody documented: an error, but not one that proves that nothing happened.
        return isSuccess(text) ? text : throw Failure(result).Rejected(surelyWithoutEffect: ActionWords.IsKnownFailure(text));
    }

    private async Task<ApiResult> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        await (Guard?.CheckAsync(call, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        return await transport.Value.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
