using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashserv.Api.Secrets;

/// <summary>JSON to be shown: without the values of what is called like a secret.</summary>
internal static class SafeJson
{
    // It goes into a log or onto a terminal, and is read by people.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The whole of it, as it is where nothing in it is called like a secret.</summary>
    public static string Of(string json)
    {
        var bytes = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json));
        return Write(bytes, int.MaxValue, out var hasSecrets) is var text && hasSecrets ? text : json;
    }

    /// <summary>The beginning of it; of what is broken, what there is before the fault.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="length">About how many bytes are wanted.</param>
    public static string Beginning(ReadOnlySequence<byte> json, int length) => Write(json, length, out _);

    private static string Write(ReadOnlySequence<byte> json, int length, out bool hasSecrets)
    {
        hasSecrets = false;
        var target = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(target, Writing);
        try
        {
            Copy(json, writer, length, ref hasSecrets);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON any more, or a text in it is not Unicode.
        }

        writer.Flush();
        return Encoding.UTF8.GetString(target.WrittenSpan);
    }

    private static void Copy(ReadOnlySequence<byte> json, Utf8JsonWriter writer, int length, ref bool hasSecrets)
    {
        var reader = new Utf8JsonReader(json);
        while (writer.BytesCommitted + writer.BytesPending < length && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    hasSecrets |= CopyName(ref reader, writer);
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(reader.GetString());
                    break;
                default:
                    writer.WriteRawValue(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
    }

    private static bool CopyName(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        var name = reader.GetString()!;
        writer.WritePropertyName(name);
        if (!SecretNames.Match(name))
        {
            return false;
        }

        writer.WriteStringValue(Redactor.Mark);
        reader.Skip();
        return true;
    }
}
