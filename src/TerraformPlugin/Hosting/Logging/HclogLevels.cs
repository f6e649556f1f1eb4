using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Between .NET's levels and hclog's, and which of them the user's environment asks for.</summary>
internal static class HclogLevels
{
    /// <summary>The most specific variable that is set decides, as in Terraform; none set means no log at all.</summary>
    public static LogLevel Read(PluginDescription plugin, Func<string, string?> variable)
    {
        var name = plugin.Address[(plugin.Address.LastIndexOf('/') + 1)..].ToUpperInvariant().Replace('-', '_');
        foreach (var text in (ReadOnlySpan<string?>)[variable("TF_LOG_PROVIDER_" + name), variable("TF_LOG_PROVIDER"), variable("TF_LOG")])
        {
            if (!string.IsNullOrEmpty(text))
            {
                return Parse(text);
            }
        }

        return LogLevel.None;
    }

    public static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "error",
    };

    // JSON is a way to write a level and a format at once; what Terraform does not know it takes for trace.
    private static LogLevel Parse(string text) => text.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.Debug,
        "INFO" => LogLevel.Information,
        "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "OFF" => LogLevel.None,
        _ => LogLevel.Trace,
    };
}
