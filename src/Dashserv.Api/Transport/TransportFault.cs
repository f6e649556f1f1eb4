using System.Net;
using Dashserv.Api.Trust;

namespace Dashserv.Api.Transport;

/// <summary>Tells a request that never left from one whose answer was lost: the first may always be sent again.</summary>
internal static class TransportFault
{
    private const int LongestText = 2_000;

    public static bool IsOne(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException or InvalidDataException or AnswerTooLargeException;

    public static ApiException Describe(CallContext context, Exception exception, IWebProxy proxy, bool isTimedOut, TimeSpan timeout)
    {
        if (Find<CertificateRefusedException>(exception) is { } refused)
        {
            return Make(context, ApiErrorKind.Unreachable, refused.Message, exception, mayRetry: false);
        }

        if (exception is AnswerTooLargeException)
        {
            return Make(context, ApiErrorKind.TooLarge, exception.Message, exception: null, mayRetry: false);
        }

        var route = Route.To(context.Url, proxy);
        if (isTimedOut)
        {
            return Make(
                context, ApiErrorKind.OutcomeUnknown, $"no answer within {timeout.TotalSeconds:0.###} s from {route.Whole}", exception,
                mayRetry: context.Call.Effect != CallEffect.Once, isSilence: true);
        }

        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError })
        {
            return Make(context, ApiErrorKind.Unreachable, route.UnknownName, exception, mayRetry: true);
        }

        // Our own time-out is not over yet: this is the one for connecting.
        if (exception is OperationCanceledException { InnerException: TimeoutException })
        {
            return Make(context, ApiErrorKind.Unreachable, $"no connection to {route.Whole} in time", exception, mayRetry: true);
        }

        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } untunnelled)
        {
            var refusal = ProxyRefusal.Of(untunnelled, route, proxy.Credentials is not null);
            return Make(context, ApiErrorKind.Unreachable, refusal.Text, exception, mayRetry: !refusal.IsFinal);
        }

        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
        {
            var whom = exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } ? route.FirstHop : route.Whole;
            return Make(context, ApiErrorKind.Unreachable, $"no connection to {whom}: {exception.GetBaseException().Message}", exception, mayRetry: true);
        }

        return Lost(context, $"the connection broke: {exception.GetBaseException().Message}", exception);
    }

    /// <summary>There is no way to send it by.</summary>
    public static ApiException NoRoute(CallContext context, string text) => Make(context, ApiErrorKind.Unreachable, text, exception: null, mayRetry: false);

    /// <summary>The request went out and nobody knows what became of it.</summary>
    public static ApiException Lost(CallContext context, string text, Exception? exception) =>
        Make(context, ApiErrorKind.OutcomeUnknown, text, exception, mayRetry: context.Call.Effect != CallEffect.Once);

    private static ApiException Make(
        CallContext context, ApiErrorKind kind, string text, Exception? exception, bool mayRetry, bool isSilence = false)
    {
        var effect = kind is ApiErrorKind.OutcomeUnknown or ApiErrorKind.TooLarge && context.Call.Effect != CallEffect.None;
        var warning = kind == ApiErrorKind.Unreachable ? ". Nothing was sent" : effect ? ". Whether it took effect is not known" : "";
        return new ApiException(
            context.Redactor.Clean($"{context.Call.Method} {context.Url.AbsolutePath}: {text}{warning}", LongestText), context.Redactor.Clean(exception))
        {
            Kind = kind,
            Method = context.Call.Method.Method,
            Path = context.Url.AbsolutePath,
            Tries = context.Tries,
            MayHaveHadEffect = effect,
            MayRetry = mayRetry,
            IsSilence = isSilence,
        };
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}
