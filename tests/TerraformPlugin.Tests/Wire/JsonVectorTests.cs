using System.Text;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Json;

namespace TerraformPlugin.Tests.Wire;

/// <summary>Values as a state file holds them.</summary>
public sealed class JsonVectorTests
{
    private static readonly TfType Thing = TfType.Object([new("b", TfType.String), new("a", TfType.Number)]);

    [Theory]
    [InlineData("0.1")]
    [InlineData("0.5")]
    [InlineData("-17")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551615")]
    [InlineData("10000000000000000000000000000000000000000")]
    [InlineData("3.14159265358979323846264338327950288419716939937510582097494")]
    public void Number_OfAnySize_GoesBothWays(string text) => AssertBothWays(text, TfNumberText.Parse(text), TfType.Number);

    [Fact]
    public void Values_OfEveryKind_GoBothWays()
    {
        AssertBothWays("null", TfValue.Null, Thing);
        AssertBothWays("true", TfBool.True, TfType.Bool);
        AssertBothWays("\"hi\"", new TfString("hi"), TfType.String);
        AssertBothWays("[]", new TfSequence([]), TfType.List(TfType.String));
        AssertBothWays("[\"b\",\"a\"]", new TfSequence([new TfString("b"), new TfString("a")]), TfType.List(TfType.String));
        AssertBothWays("[1,\"a\"]", new TfSequence([(TfNumber)1, new TfString("a")]), TfType.Tuple([TfType.Number, TfType.String]));
        AssertBothWays("{\"k\":null}", new TfMapping([new("k", TfValue.Null)]), TfType.Map(TfType.String));
        AssertBothWays("{\"a\":1,\"b\":\"x\"}", new TfMapping([new("b", new TfString("x")), new("a", (TfNumber)1)]), Thing);
        AssertBothWays(
            "{\"value\":[1],\"type\":[\"list\",\"number\"]}",
            new TfDynamic(TfType.List(TfType.Number), new TfSequence([(TfNumber)1])),
            TfType.Dynamic);
    }

    [Fact]
    public void Read_OfAnotherVersion_DropsStrangersAndFillsInNulls() => Assert.Equal(
        new TfMapping([new("a", TfValue.Null), new("b", new TfString("x"))]), Read("{\"gone\":{\"x\":1},\"b\":\"x\"}", Thing));

    [Fact]
    public void Read_SetWithRepetitions_Coalesces() => Assert.Equal(Read("[1,2]", TfType.Set(TfType.Number)), Read("[2,1,2]", TfType.Set(TfType.Number)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"a\":[]}")]
    [InlineData("{\"a\":\"x\"}")]
    [InlineData("{\"b\":\"\\ud800\"}")]
    [InlineData("{\"b\":1}")]
    public void Read_NotTheType_Refuses(string json) => Assert.Throws<WireException>(() => Read(json, Thing));

    [Fact]
    public void Read_KeyOfInvalidUnicode_Refuses() => Assert.Throws<WireException>(() => Read("{\"\\ud800\":\"x\"}", TfType.Map(TfType.String)));

    [Fact]
    public void Write_Unknown_SaysWhere()
    {
        var value = new TfMapping([new("a", TfValue.Unknown), new("b", TfValue.Null)]);

        var e = Assert.Throws<WireException>(() => JsonValueWriter.Write(value, Thing));

        Assert.Equal("a", e.Path.ToString());
    }

    private static void AssertBothWays(string json, TfValue value, TfType type)
    {
        Assert.Equal(value, Read(json, type));
        Assert.Equal(json, Encoding.UTF8.GetString(JsonValueWriter.Write(value, type)));
    }

    private static TfValue Read(string json, TfType type) => JsonValueReader.Read(Encoding.UTF8.GetBytes(json), type);
}
