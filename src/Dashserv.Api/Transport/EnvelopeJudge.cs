using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Transport;

/// <summary>Decides what an answer means. No signal is trusted alone: not the HTTP status, not <c>success</c>, not the word in <c>data</c>.</summary>
internal static class EnvelopeJudge
{
    /// <summary>The answer as JSON if nothing in it says failure.</summary>
    /// <exception cref="ApiException">Something does.</exception>
    public static JsonDocument Judge(CallContext context, Answer answer)
    {
        var document = Parse(answer.Body);
        try
        {
            ThrowIfFailed(context, answer, document);
            return document!;
        }
        catch (ShapeException e)
        {
            document?.Dispose();
            throw new ApiFailure(context, answer, data: null, success: null).UnexpectedAnswer(e.Message);
        }
        catch
        {
            document?.Dispose();
            throw;
        }
    }

    private static void ThrowIfFailed(CallContext context, Answer answer, JsonDocument? document)
    {
        var success = Success(document);
        var data = success is null ? default : WireValue.DataOf(document!);
        var word = data.Kind == JsonValueKind.String ? TextOf(data) : null;
        var failure = new ApiFailure(context, answer, document is null ? null : success is null ? new WireValue(document.RootElement, WirePath.Root) : data, success);

        if (ActionWords.MeansGone(word))
            throw failure.Gone();
        if (word == ActionWords.RateLimited || answer.Status == 429 || (answer.Status == 503 && (IsBlank(answer.Body) || success == false)))
            throw failure.RateLimited();
        if (answer.Status is >= 300 and < 400)
            throw failure.Redirected();
        if (answer.Status is 404 or 405)
            throw failure.InvalidRoute();
        if (answer.Status is 401 or 403 || (word == ActionWords.Forbidden && answer.Status < 500))
            throw failure.Refused(word);
        if (answer.Status is >= 500 or 408 || document is null)
            throw failure.OutcomeUnknown();
        if (success is null)
            throw failure.UnexpectedAnswer("it lacks `success`");
        if (answer.Status == 422 || FieldProblem.IsOne(data, word))
            throw failure.InvalidField(FieldProblem.Read(data, word));
        if (answer.Status >= 400 || success == false || ActionWords.IsKnownFailure(word))
            throw failure.Rejected(surelyWithoutEffect: true);
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return IsBlank(body) ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool? Success(JsonDocument? document)
    {
        if (document?.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return new WireValue(document.RootElement, WirePath.Root)["success"].Flag();
        }
        catch (ShapeException)
        {
            return null;
        }
    }

    private static string? TextOf(WireValue data)
    {
        try
        {
            return data.Text();
        }
        catch (ShapeException)
        {
            return null;
        }
    }

    private static bool IsBlank(byte[] body) => body.AsSpan().IndexOfAnyExcept(" \r\n\t"u8) < 0;
}
