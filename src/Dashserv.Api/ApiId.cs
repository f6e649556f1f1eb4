using System.Text.RegularExpressions;

namespace Dashserv.Api;

/// <summary>What an id of the API's is: it becomes a part of URLs, and of what people copy into configurations, whoever made it up.</summary>
public static partial class ApiId
{
    /// <summary>That, in words.</summary>
    public const string Allowed = "letters, digits, \"_\" and \"-\", at most 64 of them";

    /// <summary>Whether a text is one.</summary>
    public static bool IsOne(string? text) => text is not null && Shape().IsMatch(text);

    /// <summary>Whether it is what an order form is called by, such as <c>dedicated-server:h5HGC</c>: up to three ids with colons between.</summary>
    public static bool IsName(string? text) => text?.Split(':') is { Length: <= 3 } parts && parts.All(IsOne);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
