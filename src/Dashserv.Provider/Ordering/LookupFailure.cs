using Dashserv.Api;
using Dashserv.Provider.Failures;

namespace Dashserv.Provider.Ordering;

/// <summary>What has to be known before an order, and cannot be had.</summary>
internal static class LookupFailure
{
    /// <summary>How to plan without asking.</summary>
    public const string PlanWithout = "To plan without the API, set plan_checks = false in the provider block, or DASHSERV_PLAN_CHECKS=false.";

    private const string PlanReadOnly = "To plan with a token that may only read, set plan_checks = false in the provider block, or DASHSERV_PLAN_CHECKS=false: the plan then shows no price.";

    /// <summary>How to plan without a quote that failed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="wayOut">How to do without the API, where one can.</param>
    public static string? WithoutQuote(ApiException failure, string? wayOut) => failure.Kind == ApiErrorKind.Forbidden && wayOut is not null ? PlanReadOnly : wayOut;

    /// <param name="failure">The failure.</param>
    /// <param name="summary">What cannot be had.</param>
    /// <param name="attribute">What it was looked up for.</param>
    /// <param name="wayOut">How to do without it, where one can.</param>
    public static ProblemException Explain(ApiException failure, string summary, string attribute, string? wayOut) =>
        ProblemException.Of(failure, summary, attribute, wayOut is null ? "Nothing was ordered." : $"Nothing was ordered. {wayOut}");
}
