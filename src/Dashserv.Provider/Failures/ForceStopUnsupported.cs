using Dashserv.Api;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>The plug of a server is to be pulled, and the API has no call for it.</summary>
internal static class ForceStopUnsupported
{
    /// <param name="failure">What it answered. Other calls to the same server have just worked, so the endpoint is right.</param>
    /// <param name="patience">How long the server was given to shut down by itself.</param>
    public static ProblemException Of(ApiException failure, TimeSpan patience) => new(
        "The server cannot be stopped by force",
        $"It was asked to shut down (ACPI) and is still running after {GoDuration.Format(patience)}. To pull the plug, force_stop needs the action \"stop\", and the API has none for {Kind(failure)} "
        + $"({failure.Method} {failure.Path}: HTTP {failure.StatusCode}). Shut it down from inside, switch it off in dashserv's customer panel, or give it longer with shutdown_timeout.",
        AttributePath.Of("force_stop"),
        failure);

    private static string Kind(ApiException failure) => failure.Path.Contains("/dedicated-server/", StringComparison.Ordinal) ? "dedicated servers" : "this server";
}
