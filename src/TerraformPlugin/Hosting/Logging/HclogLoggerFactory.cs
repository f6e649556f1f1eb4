using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Makes loggers that write go-plugin's JSON lines. It has one target and one level, so it needs no providers or filters.</summary>
internal sealed class HclogLoggerFactory(Stream target, LogLevel level, TimeProvider time) : ILoggerFactory
{
    private readonly HclogWriter _writer = new(target, time);
    private readonly LoggerExternalScopeProvider _scopes = new();

    public static HclogLoggerFactory Create(PluginDescription plugin, Func<string, string?> variable, TimeProvider time) =>
        new(StandardStreams.OpenError(), HclogLevels.Read(plugin, variable), time);

    /// <summary>Takes out of every line what is secret.</summary>
    public Func<string, string> Redact
    {
        set => _writer.Redact = value;
    }

    public ILogger CreateLogger(string categoryName) => new HclogLogger(categoryName, LevelOf(categoryName), _writer, _scopes);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("stderr is the only target.");

    public void Dispose()
    {
        // stderr is the process's.
    }

    // The web server tells of every request it sees: nothing a provider's user looks for. In a trace, its view of connections and TLS may help.
    private LogLevel LevelOf(string category)
    {
        if (level is LogLevel.None || !IsServer(category))
        {
            return level;
        }

        if (level is LogLevel.Trace && category.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal))
        {
            return LogLevel.Debug;
        }

        return (LogLevel)Math.Max((int)level, (int)LogLevel.Warning);
    }

    private static bool IsServer(string category) =>
        category.StartsWith("Microsoft.", StringComparison.Ordinal) || category.StartsWith("Grpc.", StringComparison.Ordinal);
}
