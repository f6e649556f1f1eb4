using Google.Protobuf;
using TerraformPlugin.Values;
using TerraformPlugin.Wire.MessagePack;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Wire;

/// <summary>Between the protocol's messages and our values.</summary>
internal static class ProtocolMapping
{
    /// <summary>The value in a message; an absent message is null. Core only ever sends MessagePack.</summary>
    public static TfValue ToValue(this Proto.DynamicValue? message, TfType type) =>
        message is null || message.Msgpack.IsEmpty ? TfValue.Null : MessagePackValueReader.Read(message.Msgpack.Memory, type);

    public static Proto.DynamicValue ToMessage(this TfValue value, TfType type) =>
        new() { Msgpack = UnsafeByteOperations.UnsafeWrap(MessagePackValueWriter.Write(value, type)) };

    public static Proto.AttributePath ToMessage(this AttributePath path)
    {
        var message = new Proto.AttributePath();
        message.Steps.AddRange(path.Steps.Select(step => step switch
        {
            { Attribute: { } name } => new Proto.AttributePath.Types.Step { AttributeName = name },
            { Key: { } key } => new Proto.AttributePath.Types.Step { ElementKeyString = key },
            _ => new Proto.AttributePath.Types.Step { ElementKeyInt = step.Index!.Value },
        }));
        return message;
    }

    public static IEnumerable<Proto.Diagnostic> ToMessages(this Diagnostics diagnostics) => diagnostics.Select(d =>
    {
        var message = new Proto.Diagnostic
        {
            Severity = d.Severity == Severity.Error ? Proto.Diagnostic.Types.Severity.Error : Proto.Diagnostic.Types.Severity.Warning,
            Summary = d.Summary,
            Detail = d.Detail,
        };
        if (d.Path.Steps.Count > 0)
        {
            message.Attribute = d.Path.ToMessage();
        }

        return message;
    });
}
