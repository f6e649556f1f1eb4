using System.Text;
using System.Text.Json.Serialization;

namespace Dashserv.Simulator.Faults;

/// <summary>Which requests fail, how often, and how. Matching fields that are null match everything.</summary>
public sealed record FaultRule
{
    // Settable, not init-only: generated JSON code would overwrite the defaults of init-only properties that the JSON leaves out.

    /// <summary>For the journal.</summary>
    public string Name { get; set; } = "fault";

    public string? Method { get; set; }

    /// <summary>A glob over the whole path (<c>*</c> is anything, <c>?</c> one character), or a regular expression after <c>regex:</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Form fields: a glob for the value, or null for "not sent" (<c>{"calculate": null}</c> is an order and no quote).</summary>
    public IReadOnlyDictionary<string, string?>? Body { get; set; }

    /// <summary>How often it strikes; 0 is for ever.</summary>
    public int Times { get; set; } = 1;

    /// <summary>How many matching requests pass unharmed first.</summary>
    public int Skip { get; set; }

    /// <summary>Answers this HTTP status; the request has no effect unless <see cref="Applied"/>.</summary>
    public int? Status { get; set; }

    /// <summary>The <c>data</c> of a failure envelope that goes with <see cref="Status"/>.</summary>
    public string? Word { get; set; }

    /// <summary>The body that goes with <see cref="Status"/>, as it is.</summary>
    public string? Text { get; set; }

    public string? ContentType { get; set; }

    /// <summary>The request takes effect although <see cref="Status"/> is answered.</summary>
    public bool Applied { get; set; }

    /// <summary>The answer comes late, in real time; alone it comes unharmed.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? Delay { get; set; }

    public CutMoment? Cut { get; set; }

    public GarbageKind? Garbage { get; set; }

    /// <summary>503 <c>ratelimit_exceeded</c>.</summary>
    public bool RateLimit { get; set; }

    /// <summary>Seconds, sent as <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; set; }

    /// <summary>Waits for <see cref="FaultScript.Release"/> before anything else of it happens; alone it comes to no harm.</summary>
    public bool Hold { get; set; }

    /// <summary>The same once it took effect: the answer waits.</summary>
    public bool HoldAnswer { get; set; }

    /// <summary>Never answers, and has no effect.</summary>
    public bool Hang { get; set; }

    /// <summary>What a test makes of the true answer, HTTP 200 all the same; the request took effect.</summary>
    [JsonIgnore]
    public Func<ReadOnlyMemory<byte>, byte[]>? Change { get; set; }

    /// <summary>The answer that takes the place of the request's own, if the request must have no effect.</summary>
    internal ApiAnswer? Instead() => RateLimit ? ApiAnswer.Failure(503, "ratelimit_exceeded") : Status is not null && !Applied ? Replacement() : null;

    /// <summary>The answer that takes the place of the true one, which took effect.</summary>
    internal ApiAnswer? Afterwards(ApiAnswer? answer) => answer is null ? null : Garbage switch
    {
        GarbageKind.Truncated => new(200, answer.Body[..(answer.Body.Length / 2)]),
        GarbageKind.Invalid => new(200, "<br />\n<b>Warning</b>: Undefined index"u8.ToArray()),
        GarbageKind.Empty => new(200, default),
        GarbageKind.NotUtf8 => new(200, (byte[])[.. "{\"success\":true,\"data\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]),
        _ => Change is not null ? new(200, Change(answer.Body)) : Status is not null && Applied ? Replacement() : null,
    };

    private ApiAnswer Replacement() => Text is not null
        ? new(Status!.Value, Encoding.UTF8.GetBytes(Text))
        : ApiAnswer.Envelope(Status!.Value, Status == 200, Word ?? "internal_error");
}
