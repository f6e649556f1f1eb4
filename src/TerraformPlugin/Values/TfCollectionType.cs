namespace TerraformPlugin.Values;

/// <summary>A list, set or map whose elements all have one type.</summary>
public sealed class TfCollectionType : TfType
{
    internal TfCollectionType(TfCollectionKind kind, TfType element) => (Kind, Element) = (kind, element);

    public TfCollectionKind Kind { get; }

    public TfType Element { get; }

    public override bool Equals(TfType? other) => other is TfCollectionType c && c.Kind == Kind && c.Element.Equals(Element);

    public override int GetHashCode() => HashCode.Combine(Kind, Element);

    public override string ToString() => $"{Kind} of {Element}";
}
