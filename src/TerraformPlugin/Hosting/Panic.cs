using TerraformPlugin.Values;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Reports what nobody caught in the one form that Terraform shows to its user: lines on stderr that start like a Go panic.
/// .NET's own report would end in the debug log.
/// </summary>
internal static class Panic
{
    public const int ExitCode = 2;

    /// <summary>Takes out of a report what is secret.</summary>
    public static Func<string, string> Redact { get; set; } = static text => text;

    /// <summary>Reports whatever would end this process, and ends it with <see cref="ExitCode"/>.</summary>
    public static void Install() => AppDomain.CurrentDomain.UnhandledException += (_, e) =>
    {
        if (e.ExceptionObject is Exception exception)
        {
            Report(exception);
        }

        Environment.Exit(ExitCode);
    };

    public static void Report(Exception exception) => StandardStreams.WriteError(Format(exception));

    public static string Format(Exception exception) => $"panic: {PlainText.Of(Redact(exception.ToString()))}\n";
}
