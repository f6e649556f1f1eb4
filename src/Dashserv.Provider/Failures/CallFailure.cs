using Dashserv.Api;

namespace Dashserv.Provider.Failures;

/// <summary>A call on a thing of a vserver that failed, told on the attribute that fed the refused field.</summary>
internal static class CallFailure
{
    /// <param name="failure">The failure.</param>
    /// <param name="summary">What was not done.</param>
    /// <param name="standing">What there is now.</param>
    /// <param name="fields">The API's names of fields, and the attributes that fed them.</param>
    public static ProblemException Explain(ApiException failure, string summary, string standing, params ReadOnlySpan<(string Field, string Attribute)> fields)
    {
        var attribute = failure.Kind == ApiErrorKind.Gone ? "vserver_id" : null;
        foreach (var (field, fed) in fields)
        {
            attribute = string.Equals(field, failure.Field, StringComparison.OrdinalIgnoreCase) ? fed : attribute;
        }

        var told = FailureDiagnostics.Of(failure, summary, attribute, standing);
        return new ProblemException(told.Summary, told.Detail, told.Path, failure);
    }
}
