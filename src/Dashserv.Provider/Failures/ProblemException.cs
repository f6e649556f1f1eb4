using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>A failure that already is in a user's words.</summary>
internal sealed class ProblemException(string summary, string detail, AttributePath? path = null, Exception? inner = null) : Exception($"{summary}: {detail}", inner)
{
    public Diagnostic Diagnostic { get; } = new(Severity.Error, summary, detail, path ?? AttributePath.Root);
}
