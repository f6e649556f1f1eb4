using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>A codec for a value without parts.</summary>
internal sealed class ScalarCodec<T>(TfType type, Func<T, TfValue> encode, Func<TfValue, AttributePath, T> decode) : ValueCodec<T>
    where T : notnull
{
    public override TfType Type => type;

    internal override TfValue EncodeKnown(T value) => encode(value);

    internal override T DecodeKnown(TfValue value, AttributePath path) => decode(value, path);
}
