using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>The codecs an attribute's type is put together from.</summary>
public static class Codecs
{
    public static ValueCodec<string> Text { get; } = new ScalarCodec<string>(TfType.String, v => new TfString(v), (v, _) => ((TfString)v).Text);

    public static ValueCodec<bool> Bool { get; } = new ScalarCodec<bool>(TfType.Bool, TfBool.Of, (v, _) => ((TfBool)v).Value);

    public static ValueCodec<TfNumber> Number { get; } = new ScalarCodec<TfNumber>(TfType.Number, v => v, (v, _) => (TfNumber)v);

    /// <summary>A whole number of 64 bits.</summary>
    public static ValueCodec<long> Integer { get; } = new ScalarCodec<long>(
        TfType.Number,
        v => (TfNumber)v,
        (v, path) => ((TfNumber)v).TryGetInt64(out var whole) ? whole : throw new ModelException(path, $"{v} is not a whole number of 64 bits."));

    /// <summary>A decimal of 28 significant digits: what money needs.</summary>
    public static ValueCodec<decimal> Decimal { get; } = new ScalarCodec<decimal>(
        TfType.Number,
        v => (TfNumber)v,
        (v, path) => ((TfNumber)v).TryGetDecimal(out var d) ? d : throw new ModelException(path, $"{v} has more than 28 significant digits."));

    /// <summary>Any value, with its own type.</summary>
    public static ValueCodec<TfDynamic> Dynamic { get; } = new ScalarCodec<TfDynamic>(TfType.Dynamic, v => v, (v, _) => (TfDynamic)v);

    public static ValueCodec<IReadOnlyList<Value<T>>> List<T>(ValueCodec<T> element)
        where T : notnull => new SequenceCodec<T>(element, isSet: false);

    public static ValueCodec<IReadOnlyList<Value<T>>> Set<T>(ValueCodec<T> element)
        where T : notnull => new SequenceCodec<T>(element, isSet: true);

    public static ValueCodec<IReadOnlyDictionary<string, Value<T>>> Map<T>(ValueCodec<T> element)
        where T : notnull => new MapCodec<T>(element);
}
