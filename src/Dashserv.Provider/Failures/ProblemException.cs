using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>A failure that already is in a user's words.</summary>
internal sealed class ProblemException(string summary, string detail, AttributePath? path = null, Exception? inner = null)
    : Exception($"{summary}: {detail}", inner)
{
    public Diagnostic Diagnostic { get; } = new(Severity.Error, summary, detail, path ?? AttributePath.Root);

    /// <summary>How far the operation really got that this ends, where it knows better than by what was sent; null where it does not.</summary>
    public OperationStage? Stage { get; init; }

    /// <summary>The same as a warning: what exists is kept, and nothing is tainted for it.</summary>
    public Diagnostic Warning => Diagnostic with { Severity = Severity.Warning };
}
