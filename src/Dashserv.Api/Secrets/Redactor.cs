using System.Text;
using System.Text.RegularExpressions;

namespace Dashserv.Api.Secrets;

/// <summary>Knows every secret of the process, and takes each out of a text, however it is spelled there. Whatever leaves the process as a text goes through
/// it.</summary>
public sealed partial class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mark = "(withheld)";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private SecretSpellings[] _secrets = [];

    /// <summary>From now on it is in no text. One of less than four characters is not looked for: it would be found in every other word.</summary>
    public void Add(string? secret)
    {
        var whole = secret?.Trim() ?? "";

        // Of a key with several lines one may be quoted by itself.
        var lines = whole.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= SecretSpellings.LeastAnywhere);
        lock (_gate)
        {
            foreach (var part in lines.Prepend(whole).Where(part => part.Length >= SecretSpellings.Least && _known.Add(part)))
            {
                _secrets = [.. _secrets, new SecretSpellings(part)];
            }
        }
    }

    /// <summary>The text without any secret, and without what a URL may have before its host.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">How long it may be then. What is too long is cut, after the secrets are out: a half of one would stay.</param>
    public string Clean(string text, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = UserInfo().Replace(text, Mark);
        var secrets = Volatile.Read(ref _secrets);
        clean = secrets.Length == 0 ? clean : WithoutSecrets(clean, secrets);
        if (clean.Length <= limit)
        {
            return clean;
        }

        return string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[limit - 1]) ? limit - 1 : limit), "…");
    }

    /// <summary>An exception as it is, if it may be shown: somebody else's words may be part of its text.</summary>
    internal Exception? Clean(Exception? exception) => exception?.ToString() is { } text && Clean(text) != text ? null : exception;

    private static string WithoutSecrets(string text, SecretSpellings[] secrets)
    {
        var found = new bool[text.Length];
        var any = false;
        for (var reading = DecodedText.Of(text); reading is not null; reading = reading.Decode())
        {
            foreach (var secret in secrets)
            {
                foreach (var (at, length) in secret.FindIn(reading.Text))
                {
                    found.AsSpan(reading.SourceOf(at, length)).Fill(true);
                    any = true;
                }
            }
        }

        return any ? Replace(text, found) : text;
    }

    private static string Replace(string text, bool[] found)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!found[i])
            {
                clean.Append(text[i]);
            }
            else if (i == 0 || !found[i - 1])
            {
                clean.Append(Mark);
            }
        }

        return clean.ToString();
    }

    // "user:password" of https://user:password@host, also where JSON has escaped the slashes.
    [GeneratedRegex(@"(?<=:(\\*/){2})[^\s/?#""'<>\\]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
