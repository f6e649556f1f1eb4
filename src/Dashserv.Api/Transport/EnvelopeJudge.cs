using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Transport;

/// <summary>Decides what an answer means. No signal is trusted alone: not the HTTP status, not <c>success</c>, not the word in <c>data</c>.</summary>
internal static class EnvelopeJudge
{
    /// <summary>The answer's <c>data</c> if nothing in it says failure.</summary>
    /// <exception cref="ApiException">Something does.</exception>
    public static WireValue Judge(CallContext context, Answer answer)
    {
        try
        {
            var envelope = answer.Body.IsBlank ? null : Envelope.Parse(answer.Body.Bytes);
            ThrowIfFailed(context, answer, envelope);
            return envelope!.Data;
        }
        catch (ShapeException e)
        {
            throw new ApiFailure(context, answer, data: null, success: null).UnexpectedAnswer(e.Message);
        }
    }

    private static void ThrowIfFailed(CallContext context, Answer answer, Envelope? envelope)
    {
        var (success, data) = (envelope?.Success, envelope?.Data ?? default);
        var word = data.Kind == JsonValueKind.String ? TextOf(data) : null;
        var failure = new ApiFailure(context, answer, envelope is null ? null : envelope.Whole ?? data, success);

        if (ActionWords.MeansGone(word))
        {
            throw failure.Gone();
        }

        if (word == ActionWords.RateLimited || answer.Status == 429)
        {
            throw failure.RateLimited();
        }

        // The API calls 503 a rate limit, but whatever stands before it says 503 as well, maybe after the API has done what it was asked to.
        if (answer.Status == 503 && (answer.Body.IsBlank || success == false) && context.Call.Effect != CallEffect.Once)
        {
            throw failure.Busy();
        }

        if (answer.Status is >= 300 and < 400)
        {
            throw failure.Redirected();
        }

        if (answer.Status == 405 && success == false)
        {
            throw failure.InvalidMethod();
        }

        if (answer.Status is 404 or 405)
        {
            throw failure.InvalidRoute();
        }

        if (answer.Status is 401 or 403 || (word == ActionWords.Forbidden && answer.Status < 500))
        {
            throw failure.Refused(word);
        }

        if (answer.Status is >= 500 or 408 || envelope is null)
        {
            throw failure.OutcomeUnknown();
        }

        if (success is null)
        {
            throw failure.UnexpectedAnswer("it lacks `success`");
        }

        if (answer.Status == 422 || FieldProblem.IsOne(data, word))
        {
            throw failure.InvalidField(FieldProblem.Read(data, word));
        }

        if (answer.Status >= 400 || success == false || ActionWords.IsKnownFailure(word))
        {
            throw failure.Rejected(surelyWithoutEffect: true);
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
}
