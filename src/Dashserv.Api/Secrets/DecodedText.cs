using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Dashserv.Api.Secrets;

/// <summary>A text in small letters, read as JSON, a URL or HTML would be read, and of each of its letters where in the original that is.</summary>
internal sealed class DecodedText
{
    private const int DeepestNesting = 4;
    private const int LongestEntity = 12;

    /// <summary>Characters that only HTML 5 has names for.</summary>
    private static readonly Dictionary<string, string> Html5 =
        "sol equals plus colon commat percnt num dollar excl ast lowbar hyphen period comma semi quest lpar rpar lsqb rsqb lcub rcub verbar bsol grave hat"
            .Split(' ').Zip("/=+:@%#$!*_-.,;?()[]{}|\\`^").ToDictionary(pair => $"&{pair.First};", pair => pair.Second.ToString(), StringComparer.Ordinal);

    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly StringBuilder _text = new();
    private readonly int _depth;

    private DecodedText(int depth) => _depth = depth;

    public string Text { get; private set; } = "";

    /// <summary>The text as it is, but for its case and the kind of its blanks.</summary>
    public static DecodedText Of(string text)
    {
        var reading = new DecodedText(0);
        for (var i = 0; i < text.Length; i++)
        {
            // A line's end may be written with it or without it.
            if (text[i] != '\r')
            {
                reading.Add(char.IsWhiteSpace(text[i]) ? ' ' : char.ToLowerInvariant(text[i]), i, i + 1);
            }
        }

        return reading.Done();
    }

    /// <summary>What is encoded in it, decoded once; null where nothing is.</summary>
    public DecodedText? Decode()
    {
        if (_depth == DeepestNesting || Text.AsSpan().IndexOfAny('\\', '%', '&') < 0)
        {
            return null;
        }

        var reading = new DecodedText(_depth + 1);
        for (var i = 0; i < Text.Length;)
        {
            var (letters, length) = Text[i] switch
            {
                '\\' => Escape(Text.AsSpan(i)),
                '%' => Percent(Text.AsSpan(i)),
                '&' => Entity(Text.AsSpan(i)),
                _ => ("", 0),
            };
            foreach (var letter in length == 0 ? Text.Substring(i, 1) : letters)
            {
                reading.Add(char.IsWhiteSpace(letter) ? ' ' : char.ToLowerInvariant(letter), _starts[i], _ends[i + Math.Max(length, 1) - 1]);
            }

            i += Math.Max(length, 1);
        }

        return reading.Done().Text == Text ? null : reading;
    }

    /// <summary>Where in the original a part of the text is.</summary>
    public Range SourceOf(int at, int length) => _starts[at].._ends[at + length - 1];

    private void Add(char letter, int start, int end)
    {
        _text.Append(letter);
        _starts.Add(start);
        _ends.Add(end);
    }

    private DecodedText Done()
    {
        Text = _text.ToString();
        return this;
    }

    // \/ \u003d \u{3d} \x3d \n
    private static (string Letters, int Length) Escape(ReadOnlySpan<char> text) => text switch
    {
        ['\\', 'u', '{', .. var rest] when rest.IndexOf('}') is > 0 and < 7 and var end && Hex(rest[..end]) is { } code => (code, end + 4),
        ['\\', 'u', ..] when text.Length >= 6 && Hex(text[2..6]) is { } code => (code, 6),
        ['\\', 'x', ..] when text.Length >= 4 && Hex(text[2..4]) is { } code => (code, 4),
        ['\\', 'n' or 't', ..] => (" ", 2),
        ['\\', 'r', ..] => ("", 2),
        ['\\', '/' or '\\' or '"' or '\'', ..] => (text[1].ToString(), 2),
        _ => ("", 0),
    };

    private static (string Letters, int Length) Percent(ReadOnlySpan<char> text)
    {
        // One letter has up to four bytes.
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && text.Length >= (count + 1) * 3 && text[count * 3] == '%'
            && byte.TryParse(text.Slice((count * 3) + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
        {
            count++;
        }

        return count > 0 && Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done
            ? (rune.ToString(), used * 3)
            : ("", 0);
    }

    private static (string Letters, int Length) Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 0)
        {
            return ("", 0);
        }

        var name = text[..(end + 1)].ToString();
        var letters = Html5.GetValueOrDefault(name) ?? WebUtility.HtmlDecode(name);
        return letters == name ? ("", 0) : (letters, name.Length);
    }

    private static string? Hex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code <= char.MaxValue ? ((char)code).ToString() : Rune.IsValid(code) ? new Rune(code).ToString() : null
            : null;
}
