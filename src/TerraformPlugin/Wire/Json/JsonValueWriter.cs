using System.Buffers;
using System.Text.Json;
using TerraformPlugin.Values;

namespace TerraformPlugin.Wire.Json;

/// <summary>Writes a wholly known value as the JSON of a state file.</summary>
public static class JsonValueWriter
{
    /// <exception cref="WireException">The value is not one of that type, or something in it is unknown.</exception>
    public static byte[] Write(TfValue value, TfType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value, type, AttributePath.Root);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, TfValue value, TfType type, AttributePath path)
    {
        switch (value, type)
        {
            case (TfNull, _):
                writer.WriteNullValue();
                break;
            case (TfString text, _) when type == TfType.String:
                writer.WriteStringValue(text.Text);
                break;
            case (TfBool truth, _) when type == TfType.Bool:
                writer.WriteBooleanValue(truth.Value);
                break;
            case (TfNumber { IsInfinity: false } number, _) when type == TfType.Number:
                writer.WriteRawValue(number.ToString(), skipInputValidation: true);
                break;
            case (TfDynamic dynamic, _) when type == TfType.Dynamic:
                writer.WriteStartObject();
                writer.WritePropertyName("value");
                Write(writer, dynamic.Inner, dynamic.Type, path);
                writer.WritePropertyName("type");
                TypeConstraint.Write(writer, dynamic.Type);
                writer.WriteEndObject();
                break;
            case (TfSequence sequence, TfCollectionType { Kind: not TfCollectionKind.Map } collection):
                WriteElements(writer, sequence, _ => collection.Element, path);
                break;
            case (TfSequence sequence, TfTupleType tuple):
                WriteElements(writer, sequence, i => tuple.Elements[i], path);
                break;
            case (TfMapping mapping, TfCollectionType { Kind: TfCollectionKind.Map } map):
                WriteEntries(writer, mapping, mapping.Keys, _ => map.Element, path.Key);
                break;
            case (TfMapping mapping, TfObjectType @object):
                WriteEntries(writer, mapping, @object.Names, i => @object.Types[i], path.Attribute);
                break;
            default:
                throw new WireException(path, $"{value} cannot be stored as a {type}");
        }
    }

    private static void WriteElements(Utf8JsonWriter writer, TfSequence sequence, Func<int, TfType> typeOf, AttributePath path)
    {
        writer.WriteStartArray();
        for (var i = 0; i < sequence.Elements.Count; i++)
        {
            Write(writer, sequence.Elements[i], typeOf(i), path.Index(i));
        }

        writer.WriteEndArray();
    }

    private static void WriteEntries(
        Utf8JsonWriter writer, TfMapping mapping, IReadOnlyList<string> keys, Func<int, TfType> typeOf, Func<string, AttributePath> pathOf)
    {
        writer.WriteStartObject();
        for (var i = 0; i < keys.Count; i++)
        {
            writer.WritePropertyName(keys[i]);
            Write(writer, mapping[keys[i]], typeOf(i), pathOf(keys[i]));
        }

        writer.WriteEndObject();
    }
}
