using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>A codec for lists and sets.</summary>
internal sealed class SequenceCodec<T>(ValueCodec<T> element, bool isSet) : ValueCodec<IReadOnlyList<Value<T>>>
    where T : notnull
{
    public override TfType Type { get; } = isSet ? TfType.Set(element.Type) : TfType.List(element.Type);

    internal override TfValue EncodeKnown(IReadOnlyList<Value<T>> value)
    {
        var elements = value.Select(element.Encode);
        return isSet ? TfSequence.SetOf(elements) : new TfSequence(elements);
    }

    // A path cannot name an element of a set; it ends at the set.
    internal override IReadOnlyList<Value<T>> DecodeKnown(TfValue value, AttributePath path) =>
        [.. ((TfSequence)value).Elements.Select((e, i) => element.Decode(e, isSet ? path : path.Index(i)))];
}
