using Dashserv.Api;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>A failure that already is in a user's words.</summary>
internal sealed class ProblemException(string summary, string detail, AttributePath? path = null, Exception? inner = null) : Exception($"{summary}: {detail}", inner)
{
    /// <param name="failure">The call that failed.</param>
    /// <param name="summary">What was not done.</param>
    /// <param name="attribute">The attribute that is to blame; null for none.</param>
    /// <param name="standing">What there is now.</param>
    /// <param name="isBegun">Whether something has begun, so that the standing alone says what to do next.</param>
    public static ProblemException Of(ApiException failure, string summary, string? attribute, string? standing, bool isBegun = false) => new(
        summary, FailureDiagnostics.Words(failure, standing, isBegun), attribute is null ? null : AttributePath.Of(attribute), failure);

    public Diagnostic Diagnostic { get; } = new(Severity.Error, summary, detail, path ?? AttributePath.Root);
}
