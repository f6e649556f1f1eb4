namespace Dashserv.Api.Transport;

/// <summary>What is known about a call while it is under way, over all its tries.</summary>
internal sealed class CallContext(ApiCall call, Uri url, Redaction redaction)
{
    public ApiCall Call { get; } = call;

    public Uri Url { get; } = url;

    public Redaction Redaction { get; } = redaction;

    public int Tries { get; set; }

    /// <summary>Whether an earlier try ended without anybody knowing what it did.</summary>
    public bool OutcomeUnknownBefore { get; set; }

    /// <summary>Whether a request is out and its answer is not in.</summary>
    public bool IsInFlight { get; set; }
}
