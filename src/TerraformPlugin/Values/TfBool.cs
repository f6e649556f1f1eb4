namespace TerraformPlugin.Values;

/// <summary>True or false.</summary>
public sealed class TfBool : TfValue
{
    private TfBool(bool value) => Value = value;

    public static TfBool True { get; } = new(true);

    public static TfBool False { get; } = new(false);

    public bool Value { get; }

    public static TfBool Of(bool value) => value ? True : False;

    public override bool Equals(TfValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Value ? 3 : 2;

    public override string ToString() => Value ? "true" : "false";
}
