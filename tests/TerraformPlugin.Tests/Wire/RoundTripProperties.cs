using CsCheck;
using TerraformPlugin.Wire.Json;
using TerraformPlugin.Wire.MessagePack;

namespace TerraformPlugin.Tests.Wire;

/// <summary>Whatever is written is read again as the same value, and written again as the same bytes.</summary>
public sealed class RoundTripProperties
{
    [Fact]
    public void MessagePack_AnyValue_GoesBothWays() => ValueGenerators.Any.Sample(
        sample =>
        {
            var bytes = MessagePackValueWriter.Write(sample.Value, sample.Type);
            var again = MessagePackValueReader.Read(bytes, sample.Type);
            return again.Equals(sample.Value) && MessagePackValueWriter.Write(again, sample.Type).AsSpan().SequenceEqual(bytes);
        },
        iter: 100_000);

    [Fact]
    public void Json_KnownValue_GoesBothWays() => ValueGenerators.Known.Sample(
        sample => JsonValueReader.Read(JsonValueWriter.Write(sample.Value, sample.Type), sample.Type).Equals(sample.Value),
        iter: 100_000);

    [Fact]
    public void TypeConstraint_AnyType_GoesBothWays() =>
        ValueGenerators.Type.Sample(type => TypeConstraint.Read(TypeConstraint.Write(type)).Equals(type), iter: 10_000);
}
