namespace TerraformPlugin.Hosting.Rpc;

/// <summary>For streams that exist to be open: nothing is ever sent on them.</summary>
internal static class HoldOpen
{
    /// <summary>Returns rather than throws when cancelled: a closed stream is no error worth a log line.</summary>
    public static async Task UntilCancelled(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
