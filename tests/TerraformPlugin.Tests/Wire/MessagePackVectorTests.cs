using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.MessagePack;

namespace TerraformPlugin.Tests.Wire;

/// <summary>The bytes that core emits, and those it accepts, value by value.</summary>
public sealed class MessagePackVectorTests
{
    private static readonly TfType Server = TfType.Object(
    [
        new("name", TfType.String),
        new("cores", TfType.Number),
        new("inner", TfType.Object([new("b", TfType.Bool), new("a", TfType.Bool)])),
    ]);

    [Theory]
    [InlineData("00", "0")]
    [InlineData("7F", "127")]
    [InlineData("CC80", "128")]
    [InlineData("CCFF", "255")]
    [InlineData("CD0100", "256")]
    [InlineData("CDFFFF", "65535")]
    [InlineData("CE00010000", "65536")]
    [InlineData("CEFFFFFFFF", "4294967295")]
    [InlineData("CF0000000100000000", "4294967296")]
    [InlineData("CF7FFFFFFFFFFFFFFF", "9223372036854775807")]
    [InlineData("FF", "-1")]
    [InlineData("E0", "-32")]
    [InlineData("D0DF", "-33")]
    [InlineData("D080", "-128")]
    [InlineData("D1FF7F", "-129")]
    [InlineData("D18000", "-32768")]
    [InlineData("D2FFFF7FFF", "-32769")]
    [InlineData("D280000000", "-2147483648")]
    [InlineData("D3FFFFFFFF7FFFFFFF", "-2147483649")]
    [InlineData("D38000000000000000", "-9223372036854775808")]
    [InlineData("A3302E31", "0.1")]
    [InlineData("B339323233333732303336383534373735383038", "9223372036854775808")]
    [InlineData("B43138343436373434303733373039353531363135", "18446744073709551615")]
    [InlineData("D9293130303030303030303030303030303030303030303030303030303030303030303030303030303030", "10000000000000000000000000000000000000000")]
    public void Number_InCoresForm_GoesBothWays(string hex, string text)
    {
        AssertBothWays(hex, TfNumberText.Parse(text), TfType.Number);
        Assert.Equal(text, Read(hex, TfType.Number).ToString());
    }

    [Theory]
    [InlineData("A2C3A9", "\u00e9")] // normal form C, as core sends it
    [InlineData("A365CC81", "e\u0301")] // normal form D, which core accepts, and turns into C
    [InlineData("A4F09F9A80", "\U0001f680")]
    public void Text_InAnyNormalForm_GoesBothWaysAsItIs(string hex, string text)
    {
        AssertBothWays(hex, new TfString(text), TfType.String);
        Assert.Equal(text, Assert.IsType<TfString>(Read(hex, TfType.String)).Text);
    }

    [Fact]
    public void Text_WithHalfAPair_IsWrittenAsTheReplacementCharacter() => AssertBothWays("A3EFBFBD", new TfString("\ud800"), TfType.String);

    [Theory]
    [InlineData("CB3FE0000000000000", 0.5)]
    [InlineData("CBBFE0000000000000", -0.5)]
    [InlineData("CB7FF0000000000000", double.PositiveInfinity)]
    [InlineData("CBFFF0000000000000", double.NegativeInfinity)]
    public void Number_AsDouble_GoesBothWays(string hex, double value) => AssertBothWays(hex, TfNumber.FromDouble(value), TfType.Number);

    [Theory]
    [InlineData("CFFFFFFFFFFFFFFFFF", "18446744073709551615")] // a uint64 beyond int64
    [InlineData("CA3F000000", "0.5")] // a float32
    [InlineData("CB4014000000000000", "5")] // a whole double
    [InlineData("CB43E0000000000000", "9223372036854775808")] // 2^63 as the double that older clients send
    [InlineData("CB43B0000000000000", "1152921504606846976")] // 2^60: its shortest double text ends in 000
    [InlineData("A431652B32", "100")] // an exponent
    [InlineData("D3000000000000000A", "10")] // wider than it needs to be
    public void Number_InOtherForms_IsRead(string hex, string text) => Assert.Equal(TfNumberText.Parse(text), Read(hex, TfType.Number));

    [Theory]
    [InlineData("CB43E0000000000000", "B339323233333732303336383534373735383038")]
    [InlineData("CB43B0000000000000", "CF1000000000000000")]
    public void Number_WholeDouble_IsWrittenExactly(string hex, string written) =>
        Assert.Equal(written, Convert.ToHexString(MessagePackValueWriter.Write(Read(hex, TfType.Number), TfType.Number)));

    [Fact]
    public void String_AsBinary_IsRead() => Assert.Equal(new TfString("hi"), Read("C4026869", TfType.String));

    [Fact]
    public void Bool_EitherValue_GoesBothWays()
    {
        AssertBothWays("C3", TfBool.True, TfType.Bool);
        AssertBothWays("C2", TfBool.False, TfType.Bool);
    }

    [Fact]
    public void Null_OfEveryType_IsNil()
    {
        foreach (var type in new[] { TfType.String, TfType.Number, TfType.Bool, TfType.Dynamic, TfType.List(TfType.String), TfType.Map(TfType.String), Server })
        {
            AssertBothWays("C0", TfValue.Null, type);
        }
    }

    [Theory]
    [InlineData("D40000")]
    [InlineData("D40500")]
    [InlineData("C70000")]
    [InlineData("C7010000")]
    public void Unknown_Unrefined_IsRead(string hex)
    {
        Assert.Same(TfValue.Unknown, Read(hex, TfType.String));
        Assert.Same(TfValue.Unknown, Read(hex, Server));
        Assert.Equal("D40000", Convert.ToHexString(MessagePackValueWriter.Write(TfValue.Unknown, TfType.String)));
    }

    [Theory]
    [InlineData("C7030C8101C2", "8101C2")] // not null
    [InlineData("C7090C8201C202A4687474703A", null)] // a length that is not the payload's
    [InlineData("D70C8201C202A3616263", "8201C202A3616263")] // and a prefix
    [InlineData("C7050C820501060A", "820501060A")] // a length between 1 and 10
    public void Unknown_Refined_IsKeptVerbatim(string hex, string? refinement)
    {
        if (refinement is null)
        {
            Assert.Throws<WireException>(() => Read(hex, TfType.String));
            return;
        }

        var value = Assert.IsType<TfUnknown>(Read(hex, TfType.String));

        Assert.Equal(refinement, Convert.ToHexString(value.Refinement));
        Assert.Equal(hex, Convert.ToHexString(MessagePackValueWriter.Write(value, TfType.String)));
    }

    [Fact]
    public void Collections_EmptyAndNot_GoBothWays()
    {
        AssertBothWays("90", new TfSequence([]), TfType.List(TfType.String));
        AssertBothWays("90", TfSequence.SetOf([]), TfType.Set(TfType.String));
        AssertBothWays("80", new TfMapping([]), TfType.Map(TfType.String));
        AssertBothWays("80", new TfMapping([]), TfType.Object([]));
        AssertBothWays("92A162A161", new TfSequence([new TfString("b"), new TfString("a")]), TfType.List(TfType.String));
        AssertBothWays("9201A161", new TfSequence([(TfNumber)1, new TfString("a")]), TfType.Tuple([TfType.Number, TfType.String]));
        AssertBothWays("82A16101A16202", new TfMapping([new("b", (TfNumber)2), new("a", (TfNumber)1)]), TfType.Map(TfType.Number));
    }

    [Fact]
    public void Set_InAnyOrderWithRepetitions_IsOneValue() =>
        Assert.Equal(Read("93A162A161A162", TfType.Set(TfType.String)), Read("92A161A162", TfType.Set(TfType.String)));

    [Fact]
    public void Object_InAnyOrder_IsWrittenSorted()
    {
        const string sorted = "83A5636F72657302A5696E6E657282A161C3A162C0A46E616D65A3776562";
        const string shuffled = "83A46E616D65A3776562A5636F72657302A5696E6E657282A162C0A161C3";

        Assert.Equal(Read(sorted, Server), Read(shuffled, Server));
        Assert.Equal(sorted, Convert.ToHexString(MessagePackValueWriter.Write(Read(shuffled, Server), Server)));
    }

    [Fact]
    public void Dynamic_TypedValues_GoBothWays()
    {
        AssertBothWays("92C40822737472696E6722A26869", new TfDynamic(TfType.String, new TfString("hi")), TfType.Dynamic);
        AssertBothWays("92C40822737472696E6722C0", new TfDynamic(TfType.String, TfValue.Null), TfType.Dynamic);
        AssertBothWays("92C40822737472696E6722D40000", new TfDynamic(TfType.String, TfValue.Unknown), TfType.Dynamic);
        AssertBothWays("D40000", TfValue.Unknown, TfType.Dynamic);
        Assert.Equal(new TfDynamic(TfType.String, new TfString("hi")), Read("92A822737472696E6722A26869", TfType.Dynamic));
    }

    private static void AssertBothWays(string hex, TfValue value, TfType type)
    {
        Assert.Equal(value, Read(hex, type));
        Assert.Equal(hex, Convert.ToHexString(MessagePackValueWriter.Write(value, type)));
    }

    private static TfValue Read(string hex, TfType type) => MessagePackValueReader.Read(Convert.FromHexString(hex), type);
}
