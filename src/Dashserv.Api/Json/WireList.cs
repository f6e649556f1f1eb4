using System.Text.Json;

namespace Dashserv.Api.Json;

/// <summary>A list of an answer, of which each element is parsed when it is read.</summary>
/// <param name="Json">The whole list.</param>
/// <param name="Items">Its elements, each as valid JSON.</param>
internal sealed record WireList(ReadOnlyMemory<byte> Json, IReadOnlyList<ReadOnlyMemory<byte>> Items)
{
    /// <summary>Reads the list at whose beginning the reader stands.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static WireList Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var (start, items) = ((int)reader.TokenStartIndex, new List<ReadOnlyMemory<byte>>());
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(body[item..(int)reader.BytesConsumed]);
        }

        return new WireList(body[start..(int)reader.BytesConsumed], items);
    }
}
