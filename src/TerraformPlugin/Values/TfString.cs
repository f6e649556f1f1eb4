using System.Text;

namespace TerraformPlugin.Values;

/// <summary>Text, in Unicode normal form C as core keeps it; a lone surrogate, which no wire format carries, becomes U+FFFD.</summary>
public sealed class TfString : TfValue
{
    public TfString(string text) => Text = Normalize(text);

    public string Text { get; }

    internal static string Normalize(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return valid.IsNormalized(NormalizationForm.FormC) ? valid : valid.Normalize(NormalizationForm.FormC);
    }

    public override bool Equals(TfValue? other) => other is TfString s && s.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"\"{Text}\"";
}
