using Dashserv.Api.Secrets;

namespace Dashserv.Api.Transport;

/// <summary>What is known about a call while it is under way, over all its tries.</summary>
/// <param name="call">The call.</param>
/// <param name="url">Where it goes.</param>
/// <param name="turn">Its place in the order of all calls.</param>
/// <param name="redactor">What must not be shown.</param>
internal sealed class CallContext(ApiCall call, Uri url, long turn, Redactor redactor)
{
    public ApiCall Call { get; } = call;

    public Uri Url { get; } = url;

    public long Turn { get; } = turn;

    public Redactor Redactor { get; } = redactor;

    public int Tries { get; set; }

    /// <summary>How many of them nobody answered.</summary>
    public int Silences { get; set; }

    /// <summary>Whether an earlier try ended without anybody knowing what it did.</summary>
    public bool OutcomeUnknownBefore { get; set; }

    /// <summary>Whether a request is out and its answer is not in.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>The API's last refusal because of too many requests.</summary>
    public ApiException? LastRefusal { get; private set; }

    /// <summary>When the first of those refusals came.</summary>
    public long FirstRefusedAt { get; private set; }

    /// <summary>How many of those there were.</summary>
    public int Refusals { get; private set; }

    /// <summary>How many requests of the process the API had taken when the last of them came.</summary>
    public long TakenByThen { get; private set; }

    public void Refuse(ApiException refusal, long now, long taken)
    {
        (LastRefusal, FirstRefusedAt, TakenByThen) = (refusal, Refusals == 0 ? now : FirstRefusedAt, taken);
        Refusals++;
    }
}
