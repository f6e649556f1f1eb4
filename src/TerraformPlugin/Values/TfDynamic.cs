namespace TerraformPlugin.Values;

/// <summary>A value in a place of type <see cref="TfType.Dynamic"/>, which brings its own type.</summary>
public sealed class TfDynamic(TfType type, TfValue inner) : TfValue
{
    public TfType Type { get; } = type;

    public TfValue Inner { get; } = inner;

    public override bool IsWhollyKnown => Inner.IsWhollyKnown;

    public override bool Equals(TfValue? other) => other is TfDynamic d && d.Type.Equals(Type) && d.Inner.Equals(Inner);

    public override int GetHashCode() => HashCode.Combine(Type, Inner);

    public override string ToString() => Inner.ToString()!;
}
