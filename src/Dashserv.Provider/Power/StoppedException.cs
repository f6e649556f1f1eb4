namespace Dashserv.Provider.Power;

/// <summary>Time was up, or Ctrl-C came, in the middle of a deed; its message says how far that got, and what to do.</summary>
internal sealed class StoppedException(string standing, OperationCanceledException inner) : OperationCanceledException(standing, inner, inner.CancellationToken)
{
    /// <summary>Runs a deed that may be stopped.</summary>
    /// <param name="deed">The deed.</param>
    /// <param name="standing">How far it got; null where there is nothing to tell.</param>
    public static async Task TellAsync(Func<Task> deed, Func<string?> standing)
    {
        try
        {
            await deed();
        }
        catch (OperationCanceledException e) when (e is not StoppedException && standing() is { } told)
        {
            throw new StoppedException(told, e);
        }
    }
}
