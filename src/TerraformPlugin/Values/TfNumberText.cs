using System.Globalization;
using System.Numerics;

namespace TerraformPlugin.Values;

/// <summary>Numbers as plain decimal text, the form in which core sends what is neither a 64-bit integer nor a double.</summary>
internal static class TfNumberText
{
    /// <summary>More digits than any number of core's 512-bit arithmetic needs; a hostile exponent would otherwise cost memory.</summary>
    private const int MaxDigits = 2_000;

    public static TfNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"\"{text[..Math.Min(text.Length, 40)]}\" is not a decimal number");

    public static bool TryParse(ReadOnlySpan<char> text, out TfNumber number)
    {
        number = null!;
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return false;
            }

            text = text[..e];
        }

        var point = text.IndexOf('.');
        var fraction = point < 0 ? 0 : text.Length - point - 1;
        if (text.Length > MaxDigits || Math.Abs((long)exponent) + text.Length > MaxDigits)
        {
            return false;
        }

        var digits = point < 0 ? text.ToString() : string.Concat(text[..point], text[(point + 1)..]);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mantissa))
        {
            return false;
        }

        exponent -= fraction;
        number = exponent > 0 ? new TfNumber(mantissa * BigInteger.Pow(10, exponent), 0) : new TfNumber(mantissa, exponent);
        return true;
    }

    public static string Format(BigInteger mantissa, int exponent)
    {
        if (exponent == 0)
        {
            return mantissa.ToString(CultureInfo.InvariantCulture);
        }

        var digits = BigInteger.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(1 - exponent, '0');
        var whole = digits.Length + exponent;
        return $"{(mantissa.Sign < 0 ? "-" : "")}{digits[..whole]}.{digits[whole..]}";
    }
}
