using Dashserv.Provider.Failures;

namespace Dashserv.Provider.Operations;

/// <summary>How a write ended.</summary>
/// <param name="Stage">How far it got.</param>
/// <param name="Problem">What ended it, in a user's words; null where it is done.</param>
/// <param name="Failure">The same as it was thrown.</param>
internal sealed record OperationResult(OperationStage Stage, ProblemException? Problem = null, Exception? Failure = null)
{
    /// <summary>Whether it was sent, and the API refused it: nothing else ended it.</summary>
    public bool IsRefused { get; init; }

    /// <exception cref="ProblemException">It is not done.</exception>
    public void ThrowIfFailed()
    {
        if (Problem is not null)
        {
            throw Problem;
        }
    }
}
