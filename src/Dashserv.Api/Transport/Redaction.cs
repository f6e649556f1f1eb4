namespace Dashserv.Api.Transport;

/// <summary>Makes texts from outside fit to be shown: without the token, without control characters, and not endless.</summary>
internal sealed class Redaction(string token)
{
    // A token of a few letters, as tests have, would turn every message into a riddle; no real one is that short.
    private readonly string? _token = token.Length >= 8 ? token : null;

    /// <summary>An exception as it is, if it may be shown: a server's own words may be part of its text.</summary>
    public Exception? Clean(Exception? exception) =>
        _token is not null && exception?.ToString().Contains(_token, StringComparison.Ordinal) == true ? null : exception;

    public string Clean(string text, int limit = 2_000)
    {
        // The token first: cutting first could leave a half of it.
        var clean = _token is null ? text : text.Replace(_token, "(token)", StringComparison.Ordinal);
        if (clean.Length > limit)
        {
            clean = string.Concat(clean.AsSpan(0, limit), "…");
        }

        return string.Create(clean.Length, clean, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) && source[i] is not ('\n' or '\t') ? ' ' : source[i];
            }
        });
    }
}
