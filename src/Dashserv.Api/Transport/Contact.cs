namespace Dashserv.Api.Transport;

/// <summary>Whether anybody answers at all. A mistyped host, a proxy that is down or an API that hangs must not cost a user who watches a silent plan all
/// the retries that an outage in the middle of an apply is worth.</summary>
internal sealed class Contact
{
    private const int FirstTries = 3;

    /// <summary>Each of them is as long as a request may take.</summary>
    private const int SilentTries = 2;

    private volatile bool _wasMade;
    private volatile bool _hasFailed;

    /// <summary>Something was answered, whatever it was.</summary>
    public void Make() => _wasMade = true;

    /// <summary>Whether a call without an answer is worth another try.</summary>
    public bool IsWorthAnother(CallContext context, ApiException failure)
    {
        if (failure.IsSilence)
        {
            context.Silences++;
        }

        if (!failure.IsSilence && (_wasMade || failure.Kind != ApiErrorKind.Unreachable))
        {
            return true;
        }

        var isWorth = (_wasMade || !_hasFailed) && context.Silences < SilentTries && (_wasMade || context.Tries < FirstTries);
        _hasFailed |= !isWorth;
        return isWorth;
    }
}
