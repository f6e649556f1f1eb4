using CsCheck;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Json;
using TerraformPlugin.Wire.MessagePack;

namespace TerraformPlugin.Tests.Wire;

/// <summary>Bytes that nobody should send are read or refused, and cost little.</summary>
public sealed class HostileBytesProperties
{
    /// <summary>No input here is over a few hundred bytes; what reading one may allocate in all.</summary>
    private const long MostPerInput = 4 << 20;

    /// <summary>Bytes that make headers of huge arrays, maps, strings, binaries and extensions.</summary>
    private static readonly byte[] Headers =
        [0xDC, 0xDD, 0xDE, 0xDF, 0xD9, 0xDA, 0xDB, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xD4, 0xD8, 0x9F, 0x8F, 0xBF, 0x7F, 0xFF, 0x80, 0xC1];

    private static readonly Gen<byte> HostileByte = Gen.OneOf(Gen.Byte, Gen.OneOfConst(Headers));

    private static readonly Gen<(TfType Type, byte[] Bytes)> Random =
        Gen.Select(ValueGenerators.Type, HostileByte.Array[0, 64], (type, bytes) => (type, bytes));

    private static readonly Gen<(TfType Type, byte[] Bytes)> Mutated = Gen.Select(
        ValueGenerators.Any,
        Gen.Select(Gen.Int[0, 1 << 20], HostileByte, Gen.Int[0, 2]).Array[1, 4],
        (sample, changes) => (sample.Type, changes.Aggregate(MessagePackValueWriter.Write(sample.Value, sample.Type), Change)));

    [Fact]
    public void MessagePack_RandomBytes_AreReadOrRefusedCheaply() => Check(Random, 100_000);

    [Fact]
    public void MessagePack_MutatedValues_AreReadOrRefusedCheaply() => Check(Mutated, 100_000);

    [Fact]
    public void Json_MutatedState_IsReadOrRefused() => Gen.Select(
        ValueGenerators.Known,
        Gen.Select(Gen.Int[0, 1 << 20], Gen.OneOf(Gen.Byte, Gen.OneOfConst("\"{}[]:,\\u-e."u8.ToArray())), Gen.Int[0, 2]).Array[1, 4],
        (sample, changes) => (sample.Type, Bytes: changes.Aggregate(JsonValueWriter.Write(sample.Value, sample.Type), Change)))
        .Sample(input => Tolerates(() => JsonValueReader.Read(input.Bytes, input.Type)), iter: 20_000);

    private static void Check(Gen<(TfType Type, byte[] Bytes)> inputs, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        inputs.Sample(
            input =>
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                Tolerates(() => MessagePackValueReader.Read(input.Bytes, input.Type));
                allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                Assert.True(allocated < MostPerInput, $"{allocated} bytes for {Convert.ToHexString(input.Bytes)}");
            },
            iter: count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 << 20);
    }

    private static void Tolerates(Func<TfValue> read)
    {
        try
        {
            read();
        }
        catch (WireException)
        {
            // Refused, as it may be; any other exception fails the test.
        }
    }

    /// <summary>Replaces, inserts or cuts off at a place.</summary>
    private static byte[] Change(byte[] bytes, (int At, byte Byte, int How) change)
    {
        var at = bytes.Length == 0 ? 0 : change.At % bytes.Length;
        return change.How switch
        {
            0 when bytes.Length > 0 => [.. bytes[..at], change.Byte, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], change.Byte, .. bytes[at..]],
            _ => bytes[..at],
        };
    }
}
