using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>A codec for maps with text as keys.</summary>
internal sealed class MapCodec<T>(ValueCodec<T> element) : ValueCodec<IReadOnlyDictionary<string, Value<T>>>
    where T : notnull
{
    public override TfType Type { get; } = TfType.Map(element.Type);

    internal override TfValue EncodeKnown(IReadOnlyDictionary<string, Value<T>> value) =>
        new TfMapping(value.Select(e => KeyValuePair.Create(e.Key, element.Encode(e.Value))));

    internal override IReadOnlyDictionary<string, Value<T>> DecodeKnown(TfValue value, AttributePath path)
    {
        var mapping = (TfMapping)value;
        var entries = new SortedDictionary<string, Value<T>>(StringComparer.Ordinal);
        for (var i = 0; i < mapping.Keys.Count; i++)
        {
            entries[mapping.Keys[i]] = element.Decode(mapping.Values[i], path.Key(mapping.Keys[i]));
        }

        return entries;
    }
}
