using Dashserv.Api;

namespace Dashserv.Provider.Failures;

/// <summary>A call on a thing of a vserver that failed, told on the attribute that fed the refused field.</summary>
internal static class CallFailure
{
    /// <param name="failure">The failure.</param>
    /// <param name="summary">What was not done.</param>
    /// <param name="standing">What there is now.</param>
    /// <param name="isBegun">Whether something has begun, so that the standing alone says what to do next.</param>
    /// <param name="fields">The API's names of fields, and the attributes that fed them.</param>
    public static ProblemException Explain(ApiException failure, string summary, string standing, bool isBegun, params ReadOnlySpan<(string Field, string Attribute)> fields)
    {
        var attribute = failure.Kind == ApiErrorKind.Gone ? "vserver_id" : null;
        foreach (var (field, fed) in fields)
        {
            attribute = string.Equals(field, failure.Field, StringComparison.OrdinalIgnoreCase) ? fed : attribute;
        }

        return ProblemException.Of(failure, summary, attribute, standing, isBegun);
    }

    /// <summary>The same where nothing has begun.</summary>
    public static ProblemException Explain(ApiException failure, string summary, string standing, params ReadOnlySpan<(string Field, string Attribute)> fields) =>
        Explain(failure, summary, standing, isBegun: false, fields);
}
