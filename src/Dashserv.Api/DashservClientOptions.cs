using Dashserv.Api.Secrets;

namespace Dashserv.Api;

/// <summary>How to reach the API. Its text never shows the token.</summary>
public sealed class DashservClientOptions
{
    /// <summary>The vendor's own base address (API reference, Introduction).</summary>
    public static readonly Uri DefaultEndpoint = new("https://api.dashserv.io/v1");

    /// <summary>The most characters that a token may have; it goes into a header, and no server takes headers of any length.</summary>
    public const int LongestToken = 4 * 1024;

    /// <summary>Base address of the API. <c>http</c> is accepted only towards this machine: the token would travel in clear.</summary>
    public Uri Endpoint { get; init; } = DefaultEndpoint;

    /// <summary>The API token, sent as Bearer authorization. Never printed, never logged.</summary>
    public required string Token { get; init; }

    /// <summary>The number of the customer whose account the token has to open; null: anyone's. Compared before the first call.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The User-Agent header, whole.</summary>
    public string UserAgent { get; init; } = "dashserv-api";

    /// <summary>How many requests may be under way at once.</summary>
    public int MaxConcurrentRequests { get; init; } = 10;

    /// <summary>Upper bound of requests per second over all calls of this client; null is unlimited.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>How often a request is repeated where repeating is safe.</summary>
    public int MaxRetries { get; init; } = 6;

    /// <summary>How long a single try may take, from sending to the last byte of the answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an answer may be, unpacked.</summary>
    public long MaxAnswerBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Learns the secrets of this client: the token, and what is sent and answered.</summary>
    public Redactor Redactor { get; init; } = new();

    /// <summary>Replaces the network, for tests.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>
    /// The environment, in which <c>HTTPS_PROXY</c> and its like are looked up, and on Linux <c>SSL_CERT_FILE</c> and <c>SSL_CERT_DIR</c>. A process that
    /// has redirected those for itself passes what its user had set.
    /// </summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Where jitter comes from: a number from 0 up to, not including, 1.</summary>
    public Func<double> Randomness { get; init; } = Random.Shared.NextDouble;

    /// <summary>Whether a text can be a token at all: nothing but visible ASCII characters, and not too many.</summary>
    public static bool IsUsable(string token) => token is { Length: > 0 and <= LongestToken } && !token.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <inheritdoc/>
    public override string ToString() => $"{Endpoint} (token withheld)";

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Endpoint);
        if (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("https" or "http"))
        {
            throw new ArgumentException($"The endpoint must be an https address such as {DefaultEndpoint}.");
        }

        if (Endpoint.UserInfo.Length > 0 || Endpoint.Query.Length > 0 || Endpoint.Fragment.Length > 0)
        {
            throw new ArgumentException("The endpoint must not hold credentials, a query or a fragment.");
        }

        if (Endpoint.Scheme == "http" && !Endpoint.IsLoopback)
        {
            throw new ArgumentException("The endpoint must use https: over http the token would travel in clear. Only a loopback address may use http.");
        }

        if (UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException("The User-Agent holds a character that a header must not have.");
        }

        // The framework's own complaint about a bad header value would quote the token.
        if (!IsUsable(Token))
        {
            throw new ArgumentException("The token is empty or holds a blank, a line break or a character that no token has.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentRequests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRetries, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAnswerBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RequestTimeout, TimeSpan.Zero);
        if (RequestsPerSecond is { } rate && !(rate > 0 && double.IsFinite(rate)))
        {
            throw new ArgumentException("The requests per second must be a positive number.");
        }
    }
}
