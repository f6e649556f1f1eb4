namespace TerraformPlugin.Values;

/// <summary>The entries of a map or the attributes of an object, in the ordinal order of their keys.</summary>
public sealed class TfMapping : TfValue
{
    private readonly string[] _keys;
    private readonly TfValue[] _values;

    public TfMapping(IEnumerable<KeyValuePair<string, TfValue>> entries)
    {
        var sorted = entries.Select(e => KeyValuePair.Create(TfString.Wellformed(e.Key), e.Value)).OrderBy(e => e.Key, StringComparer.Ordinal).ToArray();
        _keys = Array.ConvertAll(sorted, e => e.Key);
        _values = Array.ConvertAll(sorted, e => e.Value);
    }

    /// <summary>Entries whose keys are known to be sorted, unique and normalised.</summary>
    internal TfMapping(string[] sortedKeys, TfValue[] values) => (_keys, _values) = (sortedKeys, values);

    public IReadOnlyList<string> Keys => _keys;

    public IReadOnlyList<TfValue> Values => _values;

    public override bool IsWhollyKnown => Array.TrueForAll(_values, v => v.IsWhollyKnown);

    /// <summary>The value under a key; null (Terraform's) where there is none.</summary>
    public TfValue this[string key]
    {
        get
        {
            var index = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
            return index < 0 ? Null : _values[index];
        }
    }

    public bool ContainsKey(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal) >= 0;

    public override bool Equals(TfValue? other) =>
        other is TfMapping m && m._keys.AsSpan().SequenceEqual(_keys) && m._values.AsSpan().SequenceEqual(_values);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"{{{string.Join(", ", _keys.Select((k, i) => $"{k} = {_values[i]}"))}}}";
}
