using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dashserv.Api.Json;

/// <summary>A list of an answer, of which each element is parsed when it is read.</summary>
/// <param name="Json">The whole list.</param>
/// <param name="Items">Its elements, each as valid JSON.</param>
internal sealed record WireList(ReadOnlySequence<byte> Json, IReadOnlyList<ReadOnlySequence<byte>> Items)
{
    /// <summary>Reads the list at whose beginning the reader stands.</summary>
    /// <exception cref="ShapeException">It is more than what is taken.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static WireList Read(ref Utf8JsonReader reader, ReadOnlySequence<byte> body)
    {
        var (start, items) = (reader.TokenStartIndex, new List<ReadOnlySequence<byte>>());

        // From element to element: to count from the beginning each time would be slow, in an answer of many pieces.
        var (rest, passed) = (body.Slice(start), start);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == JsonBounds.MaxElements)
            {
                throw new ShapeException("data", $"is a list of more than {JsonBounds.MaxElements:N0} elements");
            }

            var item = rest.Slice(reader.TokenStartIndex - passed);
            JsonBounds.Skip(ref reader);
            (rest, passed) = (rest.Slice(reader.BytesConsumed - passed), reader.BytesConsumed);
            items.Add(item.Slice(0, rest.Start));
        }

        return new WireList(body.Slice(start, reader.BytesConsumed - start), items);
    }

    /// <summary>So much of it as can be quoted.</summary>
    public string Beginning => Encoding.UTF8.GetString(Json.Slice(0, Math.Min(Json.Length, 4096)));

    /// <summary>Its elements, one at a time.</summary>
    public IEnumerable<JsonElement> Elements() => Items.Select(static item =>
    {
        var reader = new Utf8JsonReader(item);
        return JsonElement.ParseValue(ref reader);
    });
}
