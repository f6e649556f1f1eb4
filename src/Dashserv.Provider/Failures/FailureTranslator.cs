using Dashserv.Api;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>The one translator from what was thrown to what a user is told.</summary>
internal static class FailureTranslator
{
    /// <summary>What is told of an exception that nobody closer to it knew better.</summary>
    public static Diagnostic? Explain(Exception exception) => exception switch
    {
        ProblemException e => e.Diagnostic,
        ApiException e => Translate(e, OperationStage.NotSent, new FailureWords("The dashserv API did not do what was asked", null)).Diagnostic,
        TokenException e => new Diagnostic(Severity.Error, e.Summary, e.Message, AttributePath.Root),
        _ => null,
    };

    /// <summary>A failure in the words of the operation that it ended.</summary>
    /// <param name="failure">Whatever was thrown, except by a wait that was ended: that is <see cref="Stopped"/>.</param>
    /// <param name="stage">How far the operation got.</param>
    /// <param name="words">What it says of that.</param>
    public static ProblemException Translate(Exception failure, OperationStage stage, FailureWords words) => failure switch
    {
        ProblemException problem => problem,
        ApiException e when stage == OperationStage.NotSent && OfTheToken(e) is { } summary => new ProblemException(
            summary, Join(words.Lead, Sentence.Of(e.Message), words.Outcome, CauseOf(e)), inner: e),
        ApiException e => new ProblemException(
            words.Summary,
            Join(words.Lead, Sentence.Of(e.Message), Beside(words.Outcome, words.WayOut), stage > OperationStage.NotSent ? CauseOf(e) : NextStepOf(e),
                words.Hint), words.Path, e),
        TokenException e => new ProblemException(e.Summary, Join(e.Message, words.Outcome), inner: e),
        UnknownConfigurationException e => new ProblemException("The provider is not configured yet", Join(e.Message, words.Outcome), inner: e),
        _ => new ProblemException(
            words.Summary,
            Join(
                words.Lead,
                $"The provider failed unexpectedly: {Sentence.Of($"{failure.GetType().Name}: {failure.Message}")}",
                words.Outcome,
                $"This is a bug in the provider; please report it, with what follows:\n{failure.StackTrace}"),
            words.Path,
            failure),
    };

    /// <summary>An operation that was ended from outside.</summary>
    /// <param name="stop">The end of the wait.</param>
    /// <param name="title">What was tried, after "to".</param>
    /// <param name="timeUp">The time that was allowed, if that is over; null: the user interrupts.</param>
    /// <param name="words">How far it got, and what to do.</param>
    public static ProblemException Stopped(OperationCanceledException stop, string title, TimeSpan? timeUp, FailureWords words) =>
        (words.StandsAlone, timeUp) switch
        {
            (true, _) => new ProblemException(words.Summary, words.WhenStopped!, words.Path, stop),
            (_, { } allowed) =>
                new ProblemException(
                    "Time is up", $"It took longer than {GoDuration.Format(allowed)} to {title}. {HeldUp(stop)}{words.WhenStopped}",
                    AttributePath.Of("timeouts"), stop),
            _ => new ProblemException("Interrupted", $"It was stopped before it was through, trying to {title}. {words.WhenStopped}", inner: stop),
        };

    /// <summary>Runs what only reads: a call of it that fails is told in these words.</summary>
    public static Task ReadAsync(FailureWords words, Func<Task> read) => ReadAsync(
        _ => words,
        async () =>
        {
            await read();
            return true;
        });

    /// <summary>The same for one answer, with words that depend on the failure; where there are none, it is somebody else's to tell.</summary>
    public static async Task<T> ReadAsync<T>(Func<ApiException, FailureWords?> words, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (ApiException e) when (words(e) is { } told)
        {
            throw Translate(e, OperationStage.NotSent, told);
        }
    }

    // What is wrong with the token is wrong with every call, and no attribute of a resource's is to blame.
    private static string? OfTheToken(ApiException failure) => failure.Kind switch
    {
        ApiErrorKind.Unauthenticated => "The API token was refused",
        ApiErrorKind.WrongAccount => "The token is another account's",
        _ => null,
    };

    private static string? Beside(string? outcome, string? wayOut) => wayOut is null ? outcome : string.Join(' ', new[] { outcome, wayOut }.OfType<string>());

    private static string HeldUp(OperationCanceledException stop) =>
        stop.InnerException is ApiException { Kind: ApiErrorKind.RateLimited } e ? $"The API kept turning requests away: {Sentence.Of(e.Message)} " : "";

    private static string Join(params ReadOnlySpan<string?> parts) => string.Join("\n\n", parts.ToArray().OfType<string>());

    // Once something has begun, the outcome says what the next apply does; to repeat the command may be what must not be done.
    private static string? NextStepOf(ApiException failure) => failure.Kind switch
    {
        ApiErrorKind.InvalidMethod => $"Nothing was done. {CauseOf(failure)}",
        ApiErrorKind.RateLimited => $"{CauseOf(failure)} Then try again.",
        ApiErrorKind.Unreachable => $"{CauseOf(failure)} Then try again. Nothing was changed.",
        ApiErrorKind.OutcomeUnknown => $"{CauseOf(failure)} Run the same command again; what exists is in the state.",
        ApiErrorKind.Gone => "It may have been deleted elsewhere, or be another account's. Plan again.",
        _ => CauseOf(failure),
    };

    /// <summary>What may be behind it, and can be mended.</summary>
    private static string? CauseOf(ApiException failure) => failure.Kind switch
    {
        ApiErrorKind.InvalidRoute => "Check the provider's endpoint (or DASHSERV_ENDPOINT): it should end in /v1.",
        ApiErrorKind.InvalidMethod =>
            "The endpoint is right; the API may have changed, or something in between changed the request. "
            + "Look for a newer version of the provider; if it persists, please report it, with the message above.",
        ApiErrorKind.Unauthenticated => "Check the provider's token (or DASHSERV_TOKEN): it may be mistyped, revoked or of another account.",
        ApiErrorKind.WrongAccount => "Use that customer's token, or correct customer_id in the provider block (or DASHSERV_CUSTOMER_ID).",
        ApiErrorKind.Forbidden =>
            "The token needs read and write permission, and some calls are only for resellers. See the API tokens in dashserv's customer panel.",
        ApiErrorKind.Blocked => "Ask whoever runs the network, and check the provider's endpoint (or DASHSERV_ENDPOINT).",
        ApiErrorKind.InvalidField =>
            "Correct that value. If nothing in the configuration is behind it, the API has changed: look for a newer version of the provider.",
        ApiErrorKind.Rejected => "These are the API's own words. Where they do not say what to do, dashserv's support can.",
        ApiErrorKind.RateLimited =>
            "The provider slows down by itself. Something else may be using up the account's limit meanwhile: leave it room with requests_per_second in the "
            + "provider block.",
        ApiErrorKind.Unreachable => "Check the network, a proxy, and the provider's endpoint.",
        ApiErrorKind.OutcomeUnknown => "The API may be having an outage.",
        ApiErrorKind.TooLarge =>
            "If the account really has that much, let answers be longer: DASHSERV_MAX_ANSWER_MIB=256 in the provider's environment, say (default 64). "
            + "If not, something in between answers for the API.",
        ApiErrorKind.UnexpectedAnswer =>
            "The API may have changed, or something in between answers for it. If it persists, please report it, with the message above.",
        _ => null,
    };
}
