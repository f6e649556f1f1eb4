using Dashserv.Api;
using Dashserv.Provider.Configuration;
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
        string.Join("\n\n", new[] { Sentence.Of(failure.Message), money, NextStep(failure) }.OfType<string>()),
        attribute is null ? AttributePath.Root : AttributePath.Of(attribute));

    private static string? NextStep(ApiException failure) => failure.Kind switch
    {
        ApiErrorKind.InvalidRoute => "Nothing was removed from the state. Check the provider's endpoint (or DASHSERV_ENDPOINT): it should end in /v1.",
        ApiErrorKind.InvalidMethod => "Nothing was done. The endpoint is right; the API may have changed, or something in between changed the request. Look for a newer version of the provider; if it persists, please report it, with the message above.",
        ApiErrorKind.Unauthenticated => "Check the provider's token (or DASHSERV_TOKEN): it may be mistyped, revoked or of another account. Nothing was removed from the state.",
        ApiErrorKind.Forbidden => "The token needs read and write permission, and some calls are only for resellers. See the API tokens in dashserv's customer panel.",
        ApiErrorKind.Rejected => "These are the API's own words. Where they do not say what to do, dashserv's support can.",
        ApiErrorKind.RateLimited => "Lower requests_per_second or max_concurrent_requests in the provider block, or Terraform's -parallelism, and try again.",
        ApiErrorKind.Unreachable => "Check the network, a proxy, and the provider's endpoint, and try again. Nothing was changed.",
        ApiErrorKind.OutcomeUnknown => "The API may be having an outage. Run the same command again; what exists is in the state.",
        ApiErrorKind.UnexpectedAnswer => "The API may have changed, or something in between answers for it. If it persists, please report it, with the message above.",
        _ => null,
    };
}
