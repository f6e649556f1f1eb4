namespace TerraformPlugin.Values;

/// <summary>The absence of a value.</summary>
public sealed class TfNull : TfValue
{
    private TfNull()
    {
    }

    internal static TfNull Instance { get; } = new();

    public override bool Equals(TfValue? other) => other is TfNull;

    public override int GetHashCode() => 0;

    public override string ToString() => "null";
}
