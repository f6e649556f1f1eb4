using System.Collections.Immutable;
using System.Text;

namespace Dashserv.Api.Transport;

/// <summary>A request before it is HTTP: where to, with which fields, and what repeating it would do.</summary>
internal sealed record ApiCall(HttpMethod Method, string Path, CallEffect Effect)
{
    /// <summary>The query, without its question mark.</summary>
    public string? Query { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Form { get; init; } = [];

    /// <summary>What of it is to be in no text, such as what a user has entered into a form.</summary>
    public ImmutableList<string> Secrets { get; init; } = [];

    /// <summary>Whether what is sent and answered may be logged, but for what is called like a secret. What nobody has thought of is not.</summary>
    public bool IsLogged { get; init; }

    /// <summary>Whether what is answered must not be quoted in errors.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it terminates a product, which only resellers may.</summary>
    public bool IsTermination { get; init; }

    public static ApiCall Get(params ReadOnlySpan<string> segments) => new(HttpMethod.Get, Join(segments), CallEffect.None);

    public static ApiCall Post(params ReadOnlySpan<string> segments) => new(HttpMethod.Post, Join(segments), CallEffect.Once);

    public static ApiCall Put(params ReadOnlySpan<string> segments) => new(HttpMethod.Put, Join(segments), CallEffect.Repeatable);

    public static ApiCall Delete(params ReadOnlySpan<string> segments) => new(HttpMethod.Delete, Join(segments), CallEffect.Repeatable);

    public ApiCall With(string key, string value) => this with { Form = [.. Form, new(key, value)] };

    private static string Join(ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments)
        {
            // An empty or dotted id would turn "this product" into "all products", or into another route.
            ArgumentException.ThrowIfNullOrWhiteSpace(segment);
            if (segment is "." or "..")
            {
                throw new ArgumentException($"'{segment}' can't be part of a path.");
            }

            if (path.Length > 0)
            {
                path.Append('/');
            }

            // Names such as vserver:configure are written with a plain colon in the reference.
            path.Append(Uri.EscapeDataString(segment).Replace("%3A", ":", StringComparison.Ordinal));
        }

        return path.ToString();
    }
}
