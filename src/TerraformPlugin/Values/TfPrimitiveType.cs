namespace TerraformPlugin.Values;

/// <summary>A type without parts; its name is also how it is written in a type constraint.</summary>
public sealed class TfPrimitiveType : TfType
{
    internal TfPrimitiveType(string name) => Name = name;

    public string Name { get; }

    public override bool Equals(TfType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
