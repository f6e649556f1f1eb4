using CsCheck;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Wire;

/// <summary>A set is the same in whatever order its elements come.</summary>
public sealed class SetOrderTests
{
    private static readonly Gen<TfValue> Map =
        Gen.Dictionary(Gen.String[Gen.Char["abc"], 1, 1], Gen.Int[0, 3].Select(n => (TfValue)(TfNumber)n))[0, 3].Select(e => (TfValue)new TfMapping(e));

    private static readonly Gen<TfValue> Dynamic = Gen.OneOfConst<TfValue>(
        new TfDynamic(TfType.String, TfValue.Null), new TfDynamic(TfType.Bool, TfValue.Null), new TfDynamic(TfType.List(TfType.Bool), TfValue.Null));

    [Fact]
    public void SetOf_MapsOfDifferentKeys_IsTheSameInAnyOrder() => IsTheSameInAnyOrder(Map);

    [Fact]
    public void SetOf_DynamicsOfDifferentTypes_IsTheSameInAnyOrder() => IsTheSameInAnyOrder(Dynamic);

    private static void IsTheSameInAnyOrder(Gen<TfValue> element) => Gen.SelectMany(
        element.Array[2, 8],
        elements => Gen.Shuffle(elements).Select(shuffled => (elements, shuffled)))
        .Sample(set => TfSequence.SetOf(set.elements).Equals(TfSequence.SetOf(set.shuffled)), iter: 20_000);
}
