using System.Text;

namespace Dashserv.Api.Secrets;

/// <summary>How one secret may be spelled in a text that is already in small letters and decoded (<see cref="DecodedText"/>): as it is, in hex, in
/// base64.</summary>
internal sealed class SecretSpellings
{
    /// <summary>The shortest that is looked for.</summary>
    public const int Least = 4;

    /// <summary>The shortest that is looked for inside of words, too.</summary>
    public const int LeastAnywhere = 8;

    private readonly string[] _spellings;
    private readonly bool _isWord;

    public SecretSpellings(string secret)
    {
        _isWord = secret.Length < LeastAnywhere;
        var bytes = Encoding.UTF8.GetBytes(secret);
        var hex = Convert.ToHexStringLower(bytes);
        var all = new List<string> { secret.Replace(' ', '+'), hex };
        all.AddRange(from separator in ":- " select string.Join(separator, hex.Chunk(2).Select(pair => new string(pair))));
        all.AddRange(Enumerable.Range(0, 3).SelectMany(before => Base64(bytes, before)).Where(code => code.Length >= LeastAnywhere));
        for (var reading = DecodedText.Of(secret); reading is not null; reading = reading.Decode())
        {
            all.Add(reading.Text);
        }

        _spellings = [.. all.Select(spelling => DecodedText.Of(spelling).Text).Where(spelling => spelling.Length >= Least).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Where in the text it is.</summary>
    public IEnumerable<(int At, int Length)> FindIn(string text)
    {
        foreach (var spelling in _spellings)
        {
            var at = text.IndexOf(spelling, StringComparison.Ordinal);
            while (at >= 0)
            {
                if (!_isWord || spelling.Length >= LeastAnywhere || IsWord(text, at, spelling.Length))
                {
                    yield return (at, spelling.Length);
                }

                at = text.IndexOf(spelling, at + 1, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    // What stands before it in the same base64 (a user's name, say) shifts all its letters: there are three ways. Those that share bits with a neighbour are
    // left out, but at the end there may be none.
    private static IEnumerable<string> Base64(byte[] bytes, int before)
    {
        var code = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var (from, until) = (before == 0 ? 0 : before + 1, (before + bytes.Length) * 8 / 6);
        string[] parts = [code[from..until], code[from..].TrimEnd('=')];
        return parts.Concat(parts.Select(part => part.Replace('+', '-').Replace('/', '_')));
    }
}
