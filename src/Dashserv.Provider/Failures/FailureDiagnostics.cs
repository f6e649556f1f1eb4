using Dashserv.Api;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>The one translator from failures to what a user is told.</summary>
internal static class FailureDiagnostics
{
    public static Diagnostic? Explain(Exception exception) => exception switch
    {
        ProblemException e => e.Diagnostic,
        ApiException e => Of(e, "The dashserv API did not do what was asked"),
        TokenException e => new Diagnostic(Severity.Error, e.Summary, e.Message, AttributePath.Root),
        _ => null,
    };

    /// <summary>An API failure while something in particular was tried.</summary>
    public static Diagnostic Of(ApiException failure, string summary, string? attribute = null, string? money = null) => new(
        Severity.Error,
        summary,
        Words(failure, money, isBegun: false),
        attribute is null ? AttributePath.Root : AttributePath.Of(attribute));

    /// <summary>A failed call in words: what was answered, what there is now, and what to do next.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="standing">What there is now, and whether money was spent.</param>
    /// <param name="isBegun">Whether something has begun. Then the standing says what the next apply does; to repeat the command may be what must not be done.</param>
    public static string Words(ApiException failure, string? standing, bool isBegun) =>
        string.Join("\n\n", new[] { Sentence.Of(failure.Message), standing, isBegun ? Cause(failure) : NextStep(failure) }.OfType<string>());

    private static string? NextStep(ApiException failure) => failure.Kind switch
    {
        ApiErrorKind.InvalidMethod => $"Nothing was done. {Cause(failure)}",
        ApiErrorKind.RateLimited => $"{Cause(failure)} Then try again.",
        ApiErrorKind.Unreachable => $"{Cause(failure)} Then try again. Nothing was changed.",
        ApiErrorKind.OutcomeUnknown => $"{Cause(failure)} Run the same command again; what exists is in the state.",
        ApiErrorKind.Gone => "It may have been deleted elsewhere, or be another account's. Plan again.",
        _ => Cause(failure),
    };

    /// <summary>What may be behind it, and can be mended.</summary>
    private static string? Cause(ApiException failure) => failure.Kind switch
    {
        ApiErrorKind.InvalidRoute => "Check the provider's endpoint (or DASHSERV_ENDPOINT): it should end in /v1.",
        ApiErrorKind.InvalidMethod => "The endpoint is right; the API may have changed, or something in between changed the request. Look for a newer version of the provider; if it persists, please report it, with the message above.",
        ApiErrorKind.Unauthenticated => "Check the provider's token (or DASHSERV_TOKEN): it may be mistyped, revoked or of another account.",
        ApiErrorKind.Forbidden => "The token needs read and write permission, and some calls are only for resellers. See the API tokens in dashserv's customer panel.",
        ApiErrorKind.Blocked => "Ask whoever runs the network, and check the provider's endpoint (or DASHSERV_ENDPOINT).",
        ApiErrorKind.InvalidField => "Correct that value. If nothing in the configuration is behind it, the API has changed: look for a newer version of the provider.",
        ApiErrorKind.Rejected => "These are the API's own words. Where they do not say what to do, dashserv's support can.",
        ApiErrorKind.RateLimited => "Lower requests_per_second or max_concurrent_requests in the provider block, or Terraform's -parallelism.",
        ApiErrorKind.Unreachable => "Check the network, a proxy, and the provider's endpoint.",
        ApiErrorKind.OutcomeUnknown => "The API may be having an outage.",
        ApiErrorKind.UnexpectedAnswer => "The API may have changed, or something in between answers for it. If it persists, please report it, with the message above.",
        _ => null,
    };
}
