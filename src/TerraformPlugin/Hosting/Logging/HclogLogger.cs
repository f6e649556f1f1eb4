using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>One category's logger.</summary>
internal sealed class HclogLogger(string category, LogLevel level, HclogWriter writer, LoggerExternalScopeProvider scopes) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => level is LogLevel.None ? null : scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None && logLevel >= level;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        writer.Write(logLevel, category, formatter(state, exception), exception, line =>
        {
            line.WriteFields(state);
            scopes.ForEachScope(static (scope, current) => current.WriteFields(scope), line);
        });
    }
}
