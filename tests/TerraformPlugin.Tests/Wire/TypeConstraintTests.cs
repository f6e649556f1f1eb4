using System.Text;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Json;

namespace TerraformPlugin.Tests.Wire;

public sealed class TypeConstraintTests
{
    public static TheoryData<string, TfType> Types => new()
    {
        { "\"string\"", TfType.String },
        { "\"number\"", TfType.Number },
        { "\"bool\"", TfType.Bool },
        { "\"dynamic\"", TfType.Dynamic },
        { "[\"list\",\"string\"]", TfType.List(TfType.String) },
        { "[\"set\",[\"map\",\"bool\"]]", TfType.Set(TfType.Map(TfType.Bool)) },
        { "[\"object\",{}]", TfType.Object([]) },
        { "[\"object\",{\"a\":\"number\",\"b\":[\"list\",\"dynamic\"]}]", TfType.Object([new("b", TfType.List(TfType.Dynamic)), new("a", TfType.Number)]) },
        { "[\"tuple\",[]]", TfType.Tuple([]) },
        { "[\"tuple\",[\"string\",[\"tuple\",[\"bool\"]]]]", TfType.Tuple([TfType.String, TfType.Tuple([TfType.Bool])]) },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Constraint_OfEveryKind_GoesBothWays(string json, TfType type)
    {
        Assert.Equal(type, TypeConstraint.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(json, Encoding.UTF8.GetString(TypeConstraint.Write(type)));
    }

    [Fact]
    public void Read_ObjectWithOptionalAttributes_IgnoresWhichTheyAre() => Assert.Equal(
        TfType.Object([new("a", TfType.Number)]), TypeConstraint.Read("[\"object\",{\"a\":\"number\"},[\"a\"]]"u8.ToArray()));

    [Theory]
    [InlineData("\"any\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[\"list\"]")]
    [InlineData("[\"object\",[]]")]
    [InlineData("[\"tuple\",{}]")]
    [InlineData("[1,\"string\"]")]
    [InlineData("\"\\udc00\"")]
    [InlineData("[\"object\",{\"\\udc00\":\"string\"}]")]
    [InlineData("nonsense")]
    public void Read_NoConstraint_Refuses(string json) => Assert.Throws<WireException>(() => TypeConstraint.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Read_ConstraintWithoutEnd_Refuses() => Assert.Throws<WireException>(() =>
        TypeConstraint.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[\"list\",", 100_000)))));
}
