using System.Collections;
using System.Globalization;
using System.Numerics;
using TerraformPlugin.Values;

namespace CoreHarness.Values;

/// <summary>What a test wrote, as the value that core would have made of it in HCL.</summary>
internal static class ConfigValue
{
    public static TfValue Of(object? value, TfType type, string path = "") => (value, type) switch
    {
        (null, _) => TfValue.Null,
        (TfUnknown unknown, _) => unknown,
        (TfDynamic dynamic, _) when type == TfType.Dynamic => dynamic,
        (_, _) when type == TfType.Dynamic => Dynamic(value, path),
        (TfValue given, _) => given,
        (string text, _) when type == TfType.String => new TfString(text),
        (bool truth, _) when type == TfType.Bool => TfBool.Of(truth),
        (_, _) when type == TfType.Number => Number(value, path),
        (Config config, TfObjectType @object) => Object(config, @object, path),
        (Config config, TfCollectionType { Kind: TfCollectionKind.Map } map) =>
            new TfMapping(config.Entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value, map.Element, $"{path}[{e.Key}]")))),
        (IEnumerable items, TfCollectionType { Kind: TfCollectionKind.List } list) when value is not string =>
            new TfSequence(items.Cast<object?>().Select((e, i) => Of(e, list.Element, $"{path}[{i}]")).ToArray()),
        (IEnumerable items, TfCollectionType { Kind: TfCollectionKind.Set } set) when value is not string =>
            TfSequence.SetOf(items.Cast<object?>().Select(e => Of(e, set.Element, path)).ToArray()),
        (IEnumerable items, TfTupleType tuple) when value is not string =>
            new TfSequence(items.Cast<object?>().Select((e, i) => Of(e, tuple.Elements[i], $"{path}[{i}]")).ToArray()),
        _ => throw new ArgumentException($"{path}: a {value.GetType().Name} is not a {type}"),
    };

    private static TfMapping Object(Config config, TfObjectType type, string path)
    {
        if (config.Entries.FirstOrDefault(e => type.IndexOf(e.Key) < 0) is { Key: { } stranger })
        {
            throw new ArgumentException($"{path}: an argument named \"{stranger}\" is not expected here");
        }

        var entries = config.Entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        return new TfMapping(type.Names.Select((name, i) =>
            KeyValuePair.Create(name, Of(entries.GetValueOrDefault(name), type.Types[i], path.Length == 0 ? name : $"{path}.{name}"))));
    }

    private static TfDynamic Dynamic(object value, string path)
    {
        var type = TypeOf(value);
        return new TfDynamic(type, Of(value, type, path));
    }

    /// <summary>The type that HCL gives a literal.</summary>
    private static TfType TypeOf(object value) => value switch
    {
        string or TfString => TfType.String,
        bool or TfBool => TfType.Bool,
        Config config => TfType.Object(config.Entries.Select(e => KeyValuePair.Create(e.Key, TypeOf(e.Value!)))),
        IEnumerable items => TfType.Tuple(items.Cast<object>().Select(TypeOf).ToArray()),
        _ => TfType.Number,
    };

    private static TfNumber Number(object value, string path) => value switch
    {
        TfNumber number => number,
        int or long or short or byte => (TfNumber)Convert.ToInt64(value, CultureInfo.InvariantCulture),
        decimal number => number,
        BigInteger or ulong => TfNumberText.Parse(string.Format(CultureInfo.InvariantCulture, "{0}", value)),
        double number => Literal(number),
        string text => TfNumberText.Parse(text),
        _ => throw new ArgumentException($"{path}: a {value.GetType().Name} is not a number"),
    };

    /// <summary>A literal such as 0.1 is decimal in HCL; core sends it as a double only where the double is exactly it.</summary>
    private static TfNumber Literal(double number)
    {
        var written = TfNumberText.Parse(number.ToString("R", CultureInfo.InvariantCulture));
        var exact = TfNumberText.Parse(number.ToString("F1100", CultureInfo.InvariantCulture));
        return written == exact ? TfNumber.FromDouble(number) : written;
    }
}
