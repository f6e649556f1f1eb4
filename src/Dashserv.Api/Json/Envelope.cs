using System.Buffers;
using System.Text.Json;

namespace Dashserv.Api.Json;

/// <summary>An answer taken apart into <c>success</c> and <c>data</c>. A list in <c>data</c> is not parsed as one: of a thousand servers that would take 20
/// MB.</summary>
/// <param name="Success">Null where the answer has none.</param>
/// <param name="Data">What <c>data</c> holds, absent if there is none.</param>
/// <param name="Whole">The answer as it is, where it is no envelope.</param>
internal sealed record Envelope(bool? Success, WireValue Data, WireValue? Whole)
{
    private static readonly WirePath DataPath = WirePath.Root.Member("data");

    /// <summary>Reads an answer; null if it is not JSON.</summary>
    /// <exception cref="ShapeException">A name in it is not valid Unicode, or it is more than what is taken.</exception>
    public static Envelope? Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var envelope = reader.TokenType == JsonTokenType.StartObject ? Members(ref reader, body) : null;
            if (envelope is { Success: not null })
            {
                return reader.Read() ? null : envelope;
            }

            return new Envelope(null, default, new WireValue(ParseWhole(body), WirePath.Root));
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            throw new ShapeException("data", "stands beside a name that is not valid Unicode");
        }
    }

    private static JsonElement ParseWhole(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var whole = JsonBounds.Parse(ref reader);

        // Nothing may stand behind it.
        reader.Read();
        return whole;
    }

    private static Envelope Members(ref Utf8JsonReader reader, ReadOnlySequence<byte> body)
    {
        bool? success = null;
        var data = new WireValue(default(JsonElement), DataPath);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isSuccess, isData) = (reader.ValueTextEquals("success"u8), reader.ValueTextEquals("data"u8));
            reader.Read();
            if (isSuccess)
            {
                success = Flag(new WireValue(JsonBounds.Parse(ref reader), WirePath.Root.Member("success")));
            }
            else if (!isData)
            {
                reader.Skip();
            }
            else
            {
                data = reader.TokenType == JsonTokenType.StartArray
                    ? new WireValue(WireList.Read(ref reader, body), DataPath)
                    : new WireValue(JsonBounds.Parse(ref reader), DataPath);
            }
        }

        return new Envelope(success, data, null);
    }

    private static bool? Flag(WireValue success)
    {
        try
        {
            return success.Flag();
        }
        catch (ShapeException)
        {
            return null;
        }
    }
}
