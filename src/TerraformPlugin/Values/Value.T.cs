namespace TerraformPlugin.Values;

/// <summary>What an author sees of an attribute: null, unknown, or known. Its <c>default</c> is null.</summary>
/// <typeparam name="T">The type of a known value.</typeparam>
public readonly struct Value<T> : IEquatable<Value<T>>
    where T : notnull
{
    private readonly T? _known;
    private readonly TfUnknown? _unknown;
    private readonly bool _isKnown;

    internal Value(TfUnknown unknown) => _unknown = unknown;

    internal Value(T known) => (_known, _isKnown) = (known, true);

    public static Value<T> Null => default;

    public static Value<T> Unknown => new(TfUnknown.Unrefined);

    public bool IsNull => !_isKnown && _unknown is null;

    public bool IsUnknown => _unknown is not null;

    public bool IsKnown => _isKnown;

    /// <summary>The known value.</summary>
    /// <exception cref="InvalidOperationException">It is null or unknown.</exception>
    public T Known => _isKnown ? _known! : throw new InvalidOperationException(IsUnknown ? "the value is unknown" : "the value is null");

    internal TfUnknown? UnknownValue => _unknown;

    public static implicit operator Value<T>(T? known) => known is null ? default : new(known);

    /// <summary>The known value, or another where it is null or unknown.</summary>
    public T Or(T other) => _isKnown ? _known! : other;

    /// <summary>The known value, or null.</summary>
    public T? OrNull() => _isKnown ? _known : default;

    public Value<TOther> Select<TOther>(Func<T, TOther> map)
        where TOther : notnull =>
        _isKnown ? new(map(_known!)) : _unknown is null ? default : new(_unknown);

    public bool Equals(Value<T> other) =>
        _isKnown == other._isKnown && IsUnknown == other.IsUnknown && (!_isKnown || EqualityComparer<T>.Default.Equals(_known, other._known));

    public override bool Equals(object? obj) => obj is Value<T> other && Equals(other);

    public override int GetHashCode() => _isKnown ? _known!.GetHashCode() : IsUnknown ? 1 : 0;

    public static bool operator ==(Value<T> left, Value<T> right) => left.Equals(right);

    public static bool operator !=(Value<T> left, Value<T> right) => !left.Equals(right);

    public override string ToString() => _isKnown ? _known!.ToString()! : IsUnknown ? "(known after apply)" : "null";
}
