using System.Buffers;
using Nerdbank.MessagePack;
using TerraformPlugin.Values;
using TerraformPlugin.Wire.Json;

namespace TerraformPlugin.Wire.MessagePack;

/// <summary>Writes a value of a known type as MessagePack, in the forms that core itself emits.</summary>
public static class MessagePackValueWriter
{
    private static readonly byte[] UnknownPayload = [0];

    /// <exception cref="WireException">The value is not one of that type.</exception>
    public static byte[] Write(TfValue value, TfType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        WriteValue(ref writer, value, type, AttributePath.Root);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(ref MessagePackWriter writer, TfValue value, TfType type, AttributePath path)
    {
        switch (value, type)
        {
            case (TfNull, _):
                writer.WriteNil();
                break;
            case (TfUnknown unknown, _):
                WriteUnknown(ref writer, unknown);
                break;
            case (TfDynamic dynamic, _) when type == TfType.Dynamic:
                writer.WriteArrayHeader(2);
                writer.Write(TypeConstraint.Write(dynamic.Type));
                WriteValue(ref writer, dynamic.Inner, dynamic.Type, path);
                break;
            case (TfString text, _) when type == TfType.String:
                writer.Write(text.Text);
                break;
            case (TfBool truth, _) when type == TfType.Bool:
                writer.Write(truth.Value);
                break;
            case (TfNumber number, _) when type == TfType.Number:
                WriteNumber(ref writer, number);
                break;
            case (TfSequence sequence, TfCollectionType { Kind: not TfCollectionKind.Map } collection):
                writer.WriteArrayHeader(sequence.Elements.Count);
                for (var i = 0; i < sequence.Elements.Count; i++)
                {
                    WriteValue(ref writer, sequence.Elements[i], collection.Element, path.Index(i));
                }

                break;
            case (TfSequence sequence, TfTupleType tuple) when sequence.Elements.Count == tuple.Elements.Count:
                writer.WriteArrayHeader(sequence.Elements.Count);
                for (var i = 0; i < sequence.Elements.Count; i++)
                {
                    WriteValue(ref writer, sequence.Elements[i], tuple.Elements[i], path.Index(i));
                }

                break;
            case (TfMapping mapping, TfCollectionType { Kind: TfCollectionKind.Map } map):
                WriteEntries(ref writer, mapping, mapping.Keys, _ => map.Element, path.Key);
                break;
            case (TfMapping mapping, TfObjectType @object):
                WriteEntries(ref writer, mapping, @object.Names, i => @object.Types[i], path.Attribute);
                break;
            default:
                throw new WireException(path, $"{value} is not a {type}");
        }
    }

    private static void WriteEntries(
        ref MessagePackWriter writer, TfMapping mapping, IReadOnlyList<string> keys, Func<int, TfType> typeOf, Func<string, AttributePath> pathOf)
    {
        writer.WriteMapHeader(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            writer.Write(keys[i]);
            WriteValue(ref writer, mapping[keys[i]], typeOf(i), pathOf(keys[i]));
        }
    }

    private static void WriteUnknown(ref MessagePackWriter writer, TfUnknown unknown)
    {
        var refinement = unknown.Refinement.ToArray();
        writer.Write(refinement.Length == 0
            ? new Extension(0, new ReadOnlySequence<byte>(UnknownPayload))
            : new Extension(12, new ReadOnlySequence<byte>(refinement)));
    }

    private static void WriteNumber(ref MessagePackWriter writer, TfNumber number)
    {
        if (number.TryGetInt64(out var whole))
        {
            writer.Write(whole);
        }
        else if (number.Binary is { } binary)
        {
            writer.Write(binary);
        }
        else
        {
            writer.Write(number.ToString());
        }
    }
}
