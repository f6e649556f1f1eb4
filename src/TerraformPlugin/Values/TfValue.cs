namespace TerraformPlugin.Values;

/// <summary>
/// What is on the wire: null, unknown, string, number, bool, sequence, mapping, or a value that brings its own type.
/// Immutable and structurally equal; the type travels beside it.
/// </summary>
public abstract class TfValue : IEquatable<TfValue>
{
    private protected TfValue()
    {
    }

    public static TfValue Null => TfNull.Instance;

    public static TfValue Unknown => TfUnknown.Unrefined;

    public bool IsNull => this is TfNull;

    public bool IsUnknown => this is TfUnknown;

    /// <summary>Whether neither this value nor anything inside it is unknown.</summary>
    public virtual bool IsWhollyKnown => true;

    public abstract bool Equals(TfValue? other);

    public override bool Equals(object? obj) => Equals(obj as TfValue);

    public abstract override int GetHashCode();
}
