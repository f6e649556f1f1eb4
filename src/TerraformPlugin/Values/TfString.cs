using System.Text;

namespace TerraformPlugin.Values;

/// <summary>
/// Text as it came: core sends Unicode normal form C, and brings what it is sent into that form itself. A lone surrogate, which no wire format
/// carries, becomes U+FFFD.
/// </summary>
public sealed class TfString : TfValue
{
    public TfString(string text) => Text = Wellformed(text);

    public string Text { get; }

    internal static string Wellformed(string text) => Ascii.IsValid(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    public override bool Equals(TfValue? other) => other is TfString s && s.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"\"{Text}\"";
}
