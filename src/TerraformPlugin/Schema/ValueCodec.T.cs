using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>Between a known value on the wire and the type an author works with.</summary>
/// <typeparam name="T">The author's type.</typeparam>
public abstract class ValueCodec<T>
    where T : notnull
{
    /// <summary>The type on the wire.</summary>
    public abstract TfType Type { get; }

    internal abstract TfValue EncodeKnown(T value);

    /// <exception cref="ModelException">The value does not fit, such as 1.5 for an integer.</exception>
    internal abstract T DecodeKnown(TfValue value, AttributePath path);

    internal TfValue Encode(Value<T> value) =>
        value.IsKnown ? EncodeKnown(value.Known) : value.UnknownValue is { } unknown ? unknown : TfValue.Null;

    internal Value<T> Decode(TfValue value, AttributePath path) => value switch
    {
        TfNull => default,
        TfUnknown unknown => new Value<T>(unknown),
        _ => new Value<T>(DecodeKnown(value, path)),
    };
}
