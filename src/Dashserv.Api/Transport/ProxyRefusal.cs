using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashserv.Api.Transport;

/// <summary>A proxy that answers, and makes no connection, in words of our own: the runtime's have the proxy's whole address.</summary>
/// <param name="Text">What it did.</param>
/// <param name="IsFinal">Whether it will do so again.</param>
internal sealed partial record ProxyRefusal(string Text, bool IsFinal)
{
    private const int TooEarly = 425;

    /// <param name="failure">What the runtime has thrown.</param>
    /// <param name="route">The way.</param>
    /// <param name="hasCredentials">Whether the proxy was told who asks.</param>
    public static ProxyRefusal Of(HttpRequestException failure, Route route, bool hasCredentials)
    {
        var status = StatusOf(failure);
        var answer = $"{route.FirstHop} answered {status} to CONNECT";
        return status switch
        {
            null => new ProxyRefusal($"{route.FirstHop} made no connection to {route.Api.Authority}: {failure.GetBaseException().Message}", IsFinal: false),
            407 when hasCredentials => new ProxyRefusal($"{answer}: it does not accept the name and password that HTTPS_PROXY has", IsFinal: true),
            407 => new ProxyRefusal(
                $"{answer}: it wants a name and a password. Write them into the variable: HTTPS_PROXY=http://NAME:PASSWORD@{route.Proxy?.Authority}",
                IsFinal: true),
            403 => new ProxyRefusal($"{answer}: it does not let calls through to {route.Api.Authority}", IsFinal: true),
            _ => new ProxyRefusal(
                $"{answer}, and made no connection to {route.Api.Authority}", IsFinal: status is >= 400 and < 500 and not (408 or TooEarly or 429)),
        };
    }

    private static int? StatusOf(HttpRequestException failure) => failure.StatusCode is { } status ? (int)status
        : Status().Match(failure.Message) is { Success: true } match ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    // "… failed with status code '503'."
    [GeneratedRegex(@"(?<=')[1-5]\d\d(?='\D*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
