namespace TerraformPlugin.Values;

/// <summary>A fixed set of named attributes, each with its own type; kept in the ordinal order of the names.</summary>
public sealed class TfObjectType : TfType
{
    private readonly string[] _names;
    private readonly TfType[] _types;

    internal TfObjectType(IEnumerable<KeyValuePair<string, TfType>> attributes)
    {
        var sorted = attributes.OrderBy(a => a.Key, StringComparer.Ordinal).ToArray();
        _names = Array.ConvertAll(sorted, a => a.Key);
        _types = Array.ConvertAll(sorted, a => a.Value);
    }

    public IReadOnlyList<string> Names => _names;

    public IReadOnlyList<TfType> Types => _types;

    /// <summary>The attribute's position in <see cref="Names"/>, or a negative number if there is none of that name.</summary>
    public int IndexOf(string name) => Array.BinarySearch(_names, name, StringComparer.Ordinal);

    public override bool Equals(TfType? other) =>
        other is TfObjectType o && o._names.AsSpan().SequenceEqual(_names) && o._types.AsSpan().SequenceEqual(_types);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in _names)
        {
            hash.Add(name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => "object";
}
