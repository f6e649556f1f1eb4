namespace TerraformPlugin.Values;

/// <summary>A fixed number of elements, each with its own type.</summary>
public sealed class TfTupleType : TfType
{
    private readonly TfType[] _elements;

    internal TfTupleType(IEnumerable<TfType> elements) => _elements = [.. elements];

    public IReadOnlyList<TfType> Elements => _elements;

    public override bool Equals(TfType? other) => other is TfTupleType t && t._elements.AsSpan().SequenceEqual(_elements);

    public override int GetHashCode() => _elements.Length;

    public override string ToString() => "tuple";
}
