using System.Text.Json;

namespace Dashserv.Api.Json;

/// <summary>How much of an answer is taken for what it says it is: a few bytes of it may be many values, each of which costs memory.</summary>
internal static class JsonBounds
{
    /// <summary>Of a list; no account has so many of anything.</summary>
    public const int MaxElements = 100_000;

    /// <summary>Of one thing, such as a product or an order form, and of one element of a list.</summary>
    private const int MaxValues = 250_000;

    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Goes on to the end of the value at whose beginning the reader stands.</summary>
    /// <exception cref="ShapeException">It is more than what is taken.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static void Skip(ref Utf8JsonReader reader)
    {
        var (start, depth, values) = (reader.TokenStartIndex, reader.CurrentDepth, 0);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                if (++values > MaxValues)
                {
                    throw new ShapeException("data", $"holds one thing of more than {MaxValues:N0} values");
                }
            }
        }

        if (reader.BytesConsumed - start > MaxBytes)
        {
            throw new ShapeException("data", $"holds one thing of more than {MaxBytes / 1024 / 1024} MiB");
        }
    }

    /// <summary>Parses that value.</summary>
    /// <exception cref="ShapeException">It is more than what is taken.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonElement Parse(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        Skip(ref ahead);
        return JsonElement.ParseValue(ref reader);
    }
}
