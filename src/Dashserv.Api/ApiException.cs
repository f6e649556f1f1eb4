using Dashserv.Api.Json;

namespace Dashserv.Api;

/// <summary>A call that failed: what was asked, what was answered, and whether it may have had an effect. Never holds the token.</summary>
public sealed class ApiException : Exception
{
    internal ApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What went wrong.</summary>
    public required ApiErrorKind Kind { get; init; }

    /// <summary>The HTTP method of the request.</summary>
    public required string Method { get; init; }

    /// <summary>The URL's path, without its query.</summary>
    public required string Path { get; init; }

    /// <summary>The HTTP status, or null where there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The answer's <c>data</c>, verbatim (a text as it is, anything else as JSON), cut at 2,000 characters. Null where there was none, or where it
    /// may be a secret.</summary>
    public string? Word { get; init; }

    /// <summary>The refused field, by the API's name (API reference, Place order: <c>field</c>).</summary>
    public string? Field { get; init; }

    /// <summary>The refused value.</summary>
    public string? Value { get; init; }

    /// <summary>Why it was refused, such as <c>number_out_of_range</c> or <c>empty_field</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the API asked to wait, if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the request was sent, or tried to be.</summary>
    public int Tries { get; internal set; } = 1;

    /// <summary>Whether this request, or an earlier try of it, may have changed something. Always false for what only reads.</summary>
    public bool MayHaveHadEffect { get; internal set; }

    /// <summary>Whether the same call may succeed later by itself.</summary>
    public bool IsTransient => Kind is ApiErrorKind.RateLimited or ApiErrorKind.OutcomeUnknown or ApiErrorKind.Unreachable;

    /// <summary>Whether it was refused only because the server is locked at present, which passes by itself (API reference, Get status:
    /// <c>locked</c>).</summary>
    public bool SaysLocked => Kind == ApiErrorKind.Rejected && ActionWords.MeansLocked(Word);

    /// <inheritdoc/>
    public override string Message => Tries > 1 ? $"{base.Message} ({Tries} tries)" : base.Message;

    /// <summary>Whether sending the same request once more is safe and may help.</summary>
    internal bool MayRetry { get; set; }

    /// <summary>Whether nothing at all was answered in all the time that a try has.</summary>
    internal bool IsSilence { get; init; }
}
