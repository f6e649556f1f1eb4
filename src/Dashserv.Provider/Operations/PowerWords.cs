using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Operations;

/// <summary>What is said of a server whose power is not as it should be.</summary>
internal static class PowerWords
{
    /// <param name="stage">How far it got.</param>
    /// <param name="held">What stands in the way, and of which server.</param>
    /// <param name="wanted">The state that was wanted.</param>
    /// <param name="besides">What there is besides, where the wait is in vain.</param>
    /// <param name="lost">Why the answer was lost, if it was.</param>
    public static FailureWords Of(OperationStage stage, ServerLock held, string wanted, string? besides, Exception? lost) =>
        new FailureWords(
            $"The server is not {wanted} yet", $"The {held.Server} was to be {wanted}. What was done until now is in the state; the next apply tries again.")
        {
            WhenStopped = stage switch
            {
                OperationStage.NotSent when !held.IsFree =>
                    $"{(besides is null ? "" : $"{besides} ")}It was to be {wanted}; its power was not switched. {held.WhyNot}",
                OperationStage.Lost => $"The {held.Server} was to be {wanted}, and is not.{Lost(lost)} Apply again.",
                _ => null,
            },
        }.On("power_state");

    public static ProblemException NotShutDown(TimeSpan limit, Exception? lost) => new(
        "The server did not shut down",
        $"It was asked to shut down (ACPI) and is still running after {GoDuration.Format(limit)}.{Lost(lost)} Its operating system may not listen to ACPI. "
        + "Shut it down from inside, give it longer with shutdown_timeout, or set force_stop = true to pull the plug (what is not yet on disk is lost).",
        AttributePath.Of("power_state"));

    /// <summary>The API has no call for it. Other calls to the same server have just worked, so the endpoint is right.</summary>
    public static ProblemException NoStop(ApiException refusal, string kind, TimeSpan limit) => new(
        "The server cannot be stopped by force",
        $"It was asked to shut down (ACPI) and is still running after {GoDuration.Format(limit)}. To pull the plug, force_stop needs the action \"stop\", and "
            + $"the API has none for {kind} "
        + $"({refusal.Method} {refusal.Path}: HTTP {refusal.StatusCode}). Shut it down from inside, switch it off in dashserv's customer panel, or give it "
        + "longer with shutdown_timeout.",
        AttributePath.Of("force_stop"),
        refusal);

    public static ProblemException Failed(string server, string wanted, string status, string failure) => new(
        $"The server is not {wanted}",
        $"{failure} The {server} was to be {wanted}, and is {status}. Look at it in dashserv's customer panel, then run the same again.",
        AttributePath.Of("power_state"));

    private static string Lost(Exception? lost) => lost is null ? "" : $" The answer to that was lost: {Sentence.Of(lost.Message)}";
}
