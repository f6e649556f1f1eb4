using Dashserv.Api;
using Dashserv.Provider.Ordering;

namespace Dashserv.Provider.Failures;

/// <summary>An operation that a failing call has ended is told by what it was for, where nobody closer to the call knew better.</summary>
internal static class FailedDeed
{
    /// <summary>What there is after a read that failed.</summary>
    public const string Kept = "Nothing was removed from the state.";

    /// <param name="deed">What it does, after "Could not".</param>
    /// <param name="operation">The operation.</param>
    /// <param name="standing">What there is when it has failed; null where that is not known here.</param>
    /// <exception cref="ProblemException">A call has failed.</exception>
    public static async Task TellAsync(string deed, Func<Task> operation, string? standing)
    {
        try
        {
            await operation();
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, $"Could not {deed}", attribute: null, standing);
        }
    }

    /// <summary>The same for what only a plan asks, and can do without.</summary>
    /// <param name="what">What is planned.</param>
    /// <param name="check">Asks.</param>
    /// <exception cref="ProblemException">A call has failed.</exception>
    public static Task TellOfPlanAsync(string what, Func<Task> check) => TellAsync($"plan the {what}", check, $"Nothing was done. {LookupFailure.PlanWithout}");
}
