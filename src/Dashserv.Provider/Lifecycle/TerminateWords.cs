using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What is said of a product that was to be terminated, and was not or may not have been.</summary>
internal static class TerminateWords
{
    /// <summary>What there is after a destroy that never came to it.</summary>
    public const string NotTerminated = "It was not terminated, and goes on costing money; it is in the state.";

    /// <param name="stage">How far it got.</param>
    /// <param name="failure">What ended it.</param>
    /// <param name="noun">What a user calls the product.</param>
    /// <param name="product">Which one it is.</param>
    /// <param name="isSeen">Whether it was looked at since, and is there.</param>
    /// <param name="serverLock">What may have stood in the way.</param>
    public static FailureWords Of(OperationStage stage, Exception failure, string noun, string product, bool isSeen, ServerLock? serverLock)
    {
        var advice = failure is ApiException { Kind: ApiErrorKind.Forbidden }
            ? "Terminating by API is for reseller accounts. As an ordinary customer, cancel it in dashserv's customer panel and set on_destroy = \"abandon\" "
                + "(apply it, then destroy), which drops it from the state without a call."
            : "Destroy again, or apply.";
        return new FailureWords(
            $"The {noun} was not terminated",
            $"The {product} {(stage == OperationStage.Lost || !isSeen ? "may still exist and cost" : "still exists and still costs")} money; it stays in "
                + $"the state. {advice}")
        {
            WhenStopped = serverLock is { Seen: not null, IsFree: false }
                ? $"It was not terminated, and goes on costing money. {serverLock.WhyNot}"
                : "It was not seen to be terminated, and so may go on costing money; it is in the state. Apply again to go on, or allow more time with "
                    + "timeouts.",
        };
    }

    /// <summary>The API has said that it is terminated, and still has it.</summary>
    public static ProblemException StillThere(string noun, string product, string? status, TimeSpan waited) => new(
        $"The {noun} was not terminated",
        $"The API said that the {product} is terminated, and still has it, with the status \"{status}\", {GoDuration.Format(waited)} later. So it may go on "
            + "costing money, and stays in the state. Destroy again; if it is still there then, dashserv's support can end it.");
}
