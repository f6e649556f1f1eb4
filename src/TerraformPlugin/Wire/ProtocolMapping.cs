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

    /// <summary>Diagnostics as they leave: nothing in them does anything to a terminal, and nothing secret is in them.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="redact">Takes out what is secret: before the rest, for it may be in several lines.</param>
    public static IEnumerable<Proto.Diagnostic> ToMessages(this Diagnostics diagnostics, Func<string, string> redact) => diagnostics.Select(d =>
    {
        var message = new Proto.Diagnostic
        {
            Severity = d.Severity == Severity.Error ? Proto.Diagnostic.Types.Severity.Error : Proto.Diagnostic.Types.Severity.Warning,
            Summary = PlainText.Of(redact(d.Summary)),
            Detail = PlainText.Of(redact(d.Detail)),
        };
        if (d.Path.Steps.Count > 0)
        {
            message.Attribute = d.Path.ToMessage();
        }

        return message;
    });
}
