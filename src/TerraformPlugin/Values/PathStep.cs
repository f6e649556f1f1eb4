namespace TerraformPlugin.Values;

/// <summary>One step into a value: an attribute's name, a map's key, or a list's index.</summary>
public readonly record struct PathStep
{
    private PathStep(string? attribute, string? key, long? index) => (Attribute, Key, Index) = (attribute, key, index);

    public string? Attribute { get; }

    public string? Key { get; }

    public long? Index { get; }

    public static PathStep OfAttribute(string name) => new(name, null, null);

    public static PathStep OfKey(string key) => new(null, key, null);

    public static PathStep OfIndex(long index) => new(null, null, index);
}
