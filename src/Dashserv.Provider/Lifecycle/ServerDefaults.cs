using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>How the settings of a server read where they may be missing.</summary>
internal static class ServerDefaults
{
    public static TimeSpan Patience(this IServerModel model) =>
        GoDuration.TryParse(model.ShutdownTimeout.Or("2m"), out var duration) ? duration : TimeSpan.FromMinutes(2);
}
