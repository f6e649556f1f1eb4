namespace TerraformPlugin.Values;

/// <summary>The type of a value on the wire: Terraform's primitive, collection and structural types.</summary>
public abstract class TfType : IEquatable<TfType>
{
    private protected TfType()
    {
    }

    /// <summary>Unicode text.</summary>
    public static TfType String { get; } = new TfPrimitiveType("string");

    /// <summary>A decimal number of any size.</summary>
    public static TfType Number { get; } = new TfPrimitiveType("number");

    /// <summary>True or false.</summary>
    public static TfType Bool { get; } = new TfPrimitiveType("bool");

    /// <summary>A value that brings its own type.</summary>
    public static TfType Dynamic { get; } = new TfPrimitiveType("dynamic");

    public static TfType List(TfType element) => new TfCollectionType(TfCollectionKind.List, element);

    public static TfType Set(TfType element) => new TfCollectionType(TfCollectionKind.Set, element);

    public static TfType Map(TfType element) => new TfCollectionType(TfCollectionKind.Map, element);

    public static TfType Object(IEnumerable<KeyValuePair<string, TfType>> attributes) => new TfObjectType(attributes);

    public static TfType Tuple(IEnumerable<TfType> elements) => new TfTupleType(elements);

    public abstract bool Equals(TfType? other);

    public override bool Equals(object? obj) => Equals(obj as TfType);

    public abstract override int GetHashCode();
}
