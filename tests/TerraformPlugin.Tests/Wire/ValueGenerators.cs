using CsCheck;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Wire;

/// <summary>Random types, and random values of them.</summary>
internal static class ValueGenerators
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abcdefgh_"], 1, 6];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 40], Gen.String[Gen.Char["äöüßé漢字\u0000\n\"\\"], 0, 8]);

    private static readonly Gen<TfNumber> Number = Gen.OneOf(
        Gen.Long.Select(n => (TfNumber)n),
        Gen.Int[-200, 300].Select(n => (TfNumber)n),
        Gen.Double.Where(double.IsFinite).Select(TfNumber.FromDouble),
        Gen.Decimal.Select(n => (TfNumber)n),
        Gen.Select(Gen.Long, Gen.Int[-60, 60], (m, e) => TfNumberText.Parse($"{m}e{e}")));

    private static readonly Gen<byte[]> Refinement = Gen.Byte.Array[2, 64];

    /// <summary>Dynamic values within dynamic values, at most; the reader allows more, but not without end.</summary>
    private const int MaxDynamics = 4;

    public static Gen<TfType> Type { get; } = TypeOf(3);

    /// <summary>Values that may be null or unknown anywhere.</summary>
    public static Gen<TypedValue> Any { get; } = Type.SelectMany(type => ValueOf(type, true, MaxDynamics).Select(value => new TypedValue(type, value)));

    /// <summary>Values that may be null anywhere, but are wholly known.</summary>
    public static Gen<TypedValue> Known { get; } = Type.SelectMany(type => ValueOf(type, false, MaxDynamics).Select(value => new TypedValue(type, value)));

    private static Gen<TfType> TypeOf(int depth, bool dynamic = true)
    {
        var concrete = Gen.OneOfConst(TfType.String, TfType.Number, TfType.Bool);
        var primitive = dynamic ? Gen.Frequency((3, concrete), (1, Gen.Const(TfType.Dynamic))) : concrete;
        if (depth == 0)
        {
            return primitive;
        }

        var inner = TypeOf(depth - 1, dynamic);
        return Gen.Frequency(
            (3, primitive),
            (1, inner.Select(TfType.List)),
            (1, inner.Select(TfType.Set)),
            (1, inner.Select(TfType.Map)),
            (1, Gen.Dictionary(Name, inner)[0, 4].Select(TfType.Object)),
            (1, inner.Array[0, 3].Select(TfType.Tuple)));
    }

    private static Gen<TfValue> ValueOf(TfType type, bool unknowns, int dynamics)
    {
        var known = KnownOf(type, unknowns, dynamics);
        var none = Gen.Const(TfValue.Null);
        return unknowns
            ? Gen.Frequency((8, known), (1, none), (1, Gen.OneOf(Gen.Const(TfValue.Unknown), Refinement.Select(r => (TfValue)new TfUnknown(r)))))
            : Gen.Frequency((8, known), (1, none));
    }

    private static Gen<TfValue> KnownOf(TfType type, bool unknowns, int dynamics) => type switch
    {
        TfPrimitiveType { Name: "string" } => Text.Select(t => (TfValue)new TfString(t)),
        TfPrimitiveType { Name: "number" } => Number.Select(n => (TfValue)n),
        TfPrimitiveType { Name: "bool" } => Gen.Bool.Select(b => (TfValue)TfBool.Of(b)),
        TfPrimitiveType =>
            TypeOf(1, dynamics > 1).Where(t => t != TfType.Dynamic)
                .SelectMany(t => ValueOf(t, unknowns, dynamics - 1).Select(v => (TfValue)new TfDynamic(t, v))),
        TfCollectionType { Kind: TfCollectionKind.List } list => ValueOf(list.Element, unknowns, dynamics).Array[0, 4].Select(e => (TfValue)new TfSequence(e)),
        TfCollectionType { Kind: TfCollectionKind.Set } set => ValueOf(set.Element, unknowns, dynamics).Array[0, 4].Select(e => (TfValue)TfSequence.SetOf(e)),
        TfCollectionType map => Gen.Dictionary(Text, ValueOf(map.Element, unknowns, dynamics))[0, 4].Select(e => (TfValue)new TfMapping(e)),
        TfTupleType tuple => All(tuple.Elements, unknowns, dynamics).Select(v => (TfValue)new TfSequence(v)),
        TfObjectType o => All(o.Types, unknowns, dynamics).Select(v => (TfValue)new TfMapping(o.Names.Zip(v, KeyValuePair.Create))),
        _ => throw new ArgumentException($"no values of {type}"),
    };

    private static Gen<TfValue[]> All(IReadOnlyList<TfType> types, bool unknowns, int dynamics) => types.Aggregate(
        Gen.Const(Array.Empty<TfValue>()),
        (values, type) => Gen.Select(values, ValueOf(type, unknowns, dynamics), (before, next) => before.Append(next).ToArray()));
}
