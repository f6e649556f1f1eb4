using Dashserv.Api.Secrets;
using Microsoft.Extensions.Logging;

namespace Dashserv.Api.Transport;

/// <summary>One line per try at debug level; bodies at trace level, where the call says that they may be seen (<see cref="ApiCall.IsLogged"/>); never
/// headers.</summary>
internal sealed class CallLog(ILogger logger)
{
    private const int MaxBody = 20_000;

    public void Answered(CallContext context, Answer answer, TimeSpan elapsed)
    {
        logger.LogDebug(
            "{Method} {Path}: HTTP {Status} in {Milliseconds} ms, try {Try}", context.Call.Method.Method, context.Url.AbsolutePath, answer.Status,
            (long)elapsed.TotalMilliseconds, context.Tries);
        if (!context.Call.IsLogged || !logger.IsEnabled(LogLevel.Trace))
        {
            return;
        }

        foreach (var (key, value) in context.Call.Form)
        {
            logger.LogTrace("sent {Key}={Value}", key, SecretNames.Match(key) ? Redactor.Mark : context.Redactor.Clean(value));
        }

        logger.LogTrace("answer {Body}", context.Redactor.Clean(SafeJson.Beginning(answer.Body.Bytes, MaxBody), MaxBody));
    }

    public void Failed(CallContext context, ApiException failure, TimeSpan elapsed) =>
        logger.LogDebug(
            "{Method} {Path}: {Kind} in {Milliseconds} ms, try {Try}: {Message}", failure.Method, failure.Path, failure.Kind, (long)elapsed.TotalMilliseconds,
            context.Tries, failure.Message);
}
