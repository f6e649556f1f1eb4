using System.Globalization;
using System.Text;

namespace TerraformPlugin.Values;

/// <summary>Makes a text fit for a terminal, whoever wrote it: nothing in it moves the cursor, rings, hides, or turns the direction of what follows.</summary>
internal static class PlainText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The text with a blank for each character that is none: control and format characters. Line ends and tabs stay.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            plain.Append(IsShown(rune) ? rune.ToString() : " ");
        }

        return plain.ToString();
    }

    // The two joiners are part of words and of emoji. A half of a pair has become U+FFFD by now.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is '\n' or '\t',
        UnicodeCategory.Format => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse => false,
        _ => true,
    };
}
