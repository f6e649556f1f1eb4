using System.Text.RegularExpressions;

namespace Dashserv.Api.Json;

/// <summary>What the API's words in <c>data</c> mean. The reference documents failures under <c>success: true</c>, so a word counts more than the
/// flag.</summary>
internal static partial class ActionWords
{
    public const string RateLimited = "ratelimit_exceeded";
    public const string Forbidden = "forbidden";
    public const string EmptyField = "empty_field";
    public const string ActionExecuted = "action_executed_successfully";

    /// <summary>Words that look like an id but say no. With an underscore a word is no id in any case.</summary>
    private static readonly HashSet<string> Refusals = new(StringComparer.OrdinalIgnoreCase)
    {
        Forbidden, "error", "failed", "failure", "locked", "false", "true", "null", "none", "unauthorized", "unauthenticated", "denied",
        "invalid", "unknown", "unavailable", "disabled", "timeout", "exception", "success", "okay", "cancelled", "pending",
    };

    /// <summary>Both spellings: the table of general error codes has one, the sample beside it the other.</summary>
    public static bool MeansGone(string? word) => word is "resource_not_found" or "ressource_not_found";

    /// <summary>Whether a refusal is a lock's, which clears by itself.</summary>
    public static bool MeansLocked(string? word) => word is "locked" or "vserver_locked";

    /// <summary>Whether a refusal is of the token, and not of what it asks for.</summary>
    public static bool MeansUnauthenticated(string? word) =>
        word is not null && (word.Contains("auth", StringComparison.OrdinalIgnoreCase) || word.Contains("token", StringComparison.OrdinalIgnoreCase));

    /// <summary>Failures that are documented under <c>success: true</c>, and a lock's: surely without effect.</summary>
    public static bool IsKnownFailure(string? word) =>
        word is "cannot_downgrade_disk" or "upgrade_resources_exceeds_limit" or Forbidden || MeansGone(word) || MeansLocked(word) || word == RateLimited;

    /// <summary>Whether a text may be the uuid of an order or a task, such as <c>B86uM</c>.</summary>
    public static bool IsId(string text) => IdShape().IsMatch(text) && !Refusals.Contains(text);

    /// <summary>Whether a text may be a generated password: no blanks, and not one of the API's words.</summary>
    public static bool IsPassword(string text) => PasswordShape().IsMatch(text) && !IsWord(text) && !Refusals.Contains(text);

    /// <summary>Whether a text is a word of the API, such as <c>number_out_of_range</c>, and thus no secret.</summary>
    public static bool IsWord(string text) => WordShape().IsMatch(text) || Refusals.Contains(text);

    [GeneratedRegex(@"^[A-Za-z0-9-]{3,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"^[^\s]{4,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PasswordShape();

    [GeneratedRegex(@"^[a-z0-9]+(_[a-z0-9]+)+(:[A-Za-z0-9_\[\]-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex WordShape();
}
