using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>The vserver that something is to be done to does not exist.</summary>
internal static class VserverNotFound
{
    public static ProblemException Of(string vserver, Exception? inner = null) => new(
        "No such vserver",
        $"The API says that there is no vserver {vserver} (any more). Nothing was done. Is it another account's, or was it terminated? Plan again, or correct vserver_id.",
        AttributePath.Of("vserver_id"),
        inner);
}
