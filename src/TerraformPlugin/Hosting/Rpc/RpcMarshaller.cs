using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>Moves messages between the wire's buffers and protobuf without copying them in between.</summary>
internal static class RpcMarshaller
{
    /// <summary>Writes any message.</summary>
    public static Marshaller<IMessage> Writing { get; } = new(Write, _ => throw new NotSupportedException("A server reads no responses."));

    /// <summary>Reads the messages of one type.</summary>
    public static Marshaller<IMessage> Reading(MessageParser parser) =>
        new(Write, context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));

    private static void Write(IMessage message, SerializationContext context)
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}
