using System.Buffers;
using System.Text.Json;

namespace Dashserv.Simulator.Http;

/// <summary>An HTTP status and the envelope <c>{"success", "data"}</c>, serialised.</summary>
internal sealed record ApiAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    public static ApiAnswer Success(JsonNode? data) => Envelope(200, true, data);

    public static ApiAnswer Failure(int status, JsonNode data) => Envelope(status, false, data);

    public static ApiAnswer Envelope(int status, bool success, JsonNode? data)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            new JsonObject { ["success"] = success, ["data"] = data }.WriteTo(json);
        }

        return new(status, buffer.WrittenMemory);
    }

    /// <summary>An answer around elements that are serialised already: a list of a thousand is one copy.</summary>
    public static ApiAnswer SuccessList(IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + items.Sum(i => i.Length + 1));
        buffer.Write("{\"success\":true,\"data\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            buffer.Write(items[i].Span);
        }

        buffer.Write("]}"u8);
        return new(200, buffer.WrittenMemory);
    }

    public static ApiAnswer SuccessRaw(ReadOnlyMemory<byte> data)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 32);
        buffer.Write("{\"success\":true,\"data\":"u8);
        buffer.Write(data.Span);
        buffer.Write("}"u8);
        return new(200, buffer.WrittenMemory);
    }
}
