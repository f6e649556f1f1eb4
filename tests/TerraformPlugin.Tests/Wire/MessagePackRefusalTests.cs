using System.Text;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.MessagePack;

namespace TerraformPlugin.Tests.Wire;

/// <summary>What is not a value of its type is refused, with its place.</summary>
public sealed class MessagePackRefusalTests
{
    private static readonly TfType Nested = TfType.Object(
    [
        new("disks", TfType.List(TfType.Object([new("size", TfType.Number)]))),
        new("labels", TfType.Map(TfType.Bool)),
    ]);

    [Theory]
    [InlineData("82A56469736B739181A473697A65A178A66C6162656C73C0", "disks[0].size")] // text for a number
    [InlineData("82A56469736B739181A573686170650AA66C6162656C73C0", "disks[0]")] // a stranger's name
    [InlineData("82A56469736B73C0A66C6162656C7381A16B01", "labels[\"k\"]")] // a number for a bool
    [InlineData("82A56469736B73C0A66C6162656C7390", "labels")] // an array for a map
    [InlineData("82A56469736B7380A66C6162656C73C0", "disks")] // a map for an array
    [InlineData("81A56469736B73C0", "")] // an attribute missing
    [InlineData("82A56469736B73C0A56469736B73C0", "")] // one twice, the other missing
    public void Read_WrongShape_SaysWhere(string hex, string path)
    {
        var e = Assert.Throws<WireException>(() => MessagePackValueReader.Read(Convert.FromHexString(hex), Nested));

        Assert.Equal(path, e.Path.ToString());
    }

    [Theory]
    [InlineData("")] // nothing
    [InlineData("C0C0")] // bytes behind the value
    [InlineData("A3")] // cut off
    [InlineData("C1")] // a code that is never used
    [InlineData("CBFFF8000000000001")] // NaN
    [InlineData("A0")] // text that is not a number
    [InlineData("A9302E312E322E332E")]
    [InlineData("D95F65")]
    [InlineData("C705070102030405")] // an extension that this protocol does not have
    public void Read_NotANumber_Refuses(string hex) =>
        Assert.Throws<WireException>(() => MessagePackValueReader.Read(Convert.FromHexString(hex), TfType.Number));

    [Fact]
    public void Read_RefinementOver1024Bytes_Refuses()
    {
        byte[] bytes = [0xC8, 0x04, 0x01, 12, .. new byte[1025]];

        Assert.Throws<WireException>(() => MessagePackValueReader.Read(bytes, TfType.String));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Read_TupleOfAnotherLength_Refuses(int length)
    {
        byte[] bytes = [(byte)(0x90 + length), .. new byte[length]];

        Assert.Throws<WireException>(() => MessagePackValueReader.Read(bytes, TfType.Tuple([TfType.Number, TfType.Number])));
    }

    [Theory]
    [InlineData("DDFFFFFFFF")]
    [InlineData("DD80000000")]
    [InlineData("DF7FFFFFFF")]
    [InlineData("DBFFFFFFFF")]
    [InlineData("C6FFFFFFFF")]
    [InlineData("C97FFFFFFF0C")]
    public void Read_HeaderOfAHugeLength_RefusesWithoutAllocatingIt(string hex)
    {
        foreach (var type in new[] { TfType.List(TfType.String), TfType.Set(TfType.Number), TfType.Map(TfType.Bool), TfType.String, TfType.Number,
            TfType.Dynamic, Nested })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<WireException>(() => MessagePackValueReader.Read(Convert.FromHexString(hex), type));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    [Fact]
    public void Read_DynamicInDynamicWithoutEnd_RefusesBeforeTheStackEnds()
    {
        byte[] level = [0x92, 0xC4, 9, .. "\"dynamic\""u8];
        var bytes = Enumerable.Repeat(level, 200_000).SelectMany(b => b).Append((byte)0xC0).ToArray();

        Assert.Throws<WireException>(() => MessagePackValueReader.Read(bytes, TfType.Dynamic));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"object\",{\"\\ud800\":\"string\"}]")]
    [InlineData("[\"\\ud800\",\"string\"]")]
    [InlineData("[\"list\"]")]
    [InlineData("{}")]
    [InlineData("\"any\"")]
    [InlineData("")]
    public void Read_DynamicOfNoType_Refuses(string constraint)
    {
        var text = Encoding.UTF8.GetBytes(constraint);
        byte[] bytes = [0x92, 0xC4, (byte)text.Length, .. text, 0xC0];

        Assert.Throws<WireException>(() => MessagePackValueReader.Read(bytes, TfType.Dynamic));
    }

    [Fact]
    public void Write_ValueOfAnotherType_SaysWhere()
    {
        var value = new TfMapping([new("disks", TfValue.Null), new("labels", new TfMapping([new("k", new TfString("x"))]))]);

        var e = Assert.Throws<WireException>(() => MessagePackValueWriter.Write(value, Nested));

        Assert.Equal("labels[\"k\"]", e.Path.ToString());
    }
}
