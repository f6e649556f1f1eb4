namespace Dashserv.Api.Transport;

/// <summary>Makes texts from outside fit to be shown: without the token, without control characters, and not endless.</summary>
internal sealed class Redaction(string token)
{
    public string Clean(string text, int limit = 2_000)
    {
        // The token first: cutting first could leave a half of it.
        var clean = text.Replace(token, "(token)", StringComparison.OrdinalIgnoreCase);
        if (clean.Length > limit)
            clean = string.Concat(clean.AsSpan(0, limit), "…");
        return string.Create(clean.Length, clean, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsControl(source[i]) && source[i] is not ('\n' or '\t') ? ' ' : source[i];
        });
    }
}
