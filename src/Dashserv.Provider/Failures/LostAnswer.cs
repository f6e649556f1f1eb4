using Dashserv.Api;

namespace Dashserv.Provider.Failures;

/// <summary>A call that may have done what was asked, though nobody said so.</summary>
internal static class LostAnswer
{
    /// <summary>The call, if this is one. A cancelled request carries what is known of it inside.</summary>
    public static ApiException? In(Exception exception) =>
        (exception as ApiException ?? exception.InnerException as ApiException) is { MayHaveHadEffect: true } lost ? lost : null;
}
