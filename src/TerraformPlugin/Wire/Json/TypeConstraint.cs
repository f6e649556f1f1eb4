using System.Buffers;
using System.Text.Json;
using TerraformPlugin.Values;

namespace TerraformPlugin.Wire.Json;

/// <summary>Types as their JSON constraints: <c>"string"</c>, <c>["list",T]</c>, <c>["object",{…}]</c>, <c>["tuple",[…]]</c>.</summary>
public static class TypeConstraint
{
    /// <exception cref="WireException">The bytes are not a type constraint.</exception>
    public static TfType Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A lone surrogate in a string is found only when the string is asked for, as an invalid operation.
            throw new WireException(AttributePath.Root, $"a type constraint is not JSON: {e.Message}", e);
        }
    }

    internal static TfType Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() switch
        {
            "string" => TfType.String,
            "number" => TfType.Number,
            "bool" => TfType.Bool,
            "dynamic" => TfType.Dynamic,
            _ => throw NoConstraint(json),
        },
        JsonValueKind.Array when json.GetArrayLength() >= 2 && json[0].ValueKind == JsonValueKind.String => (json[0].GetString(), json[1].ValueKind) switch
        {
            ("list", _) => TfType.List(Read(json[1])),
            ("set", _) => TfType.Set(Read(json[1])),
            ("map", _) => TfType.Map(Read(json[1])),
            ("object", JsonValueKind.Object) => TfType.Object(ReadAttributes(json[1])),
            ("tuple", JsonValueKind.Array) => TfType.Tuple(json[1].EnumerateArray().Select(Read).ToArray()),
            _ => throw NoConstraint(json),
        },
        _ => throw NoConstraint(json),
    };

    public static byte[] Write(TfType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, type);
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static void Write(Utf8JsonWriter writer, TfType type)
    {
        if (type is TfPrimitiveType primitive)
        {
            writer.WriteStringValue(primitive.Name);
            return;
        }

        writer.WriteStartArray();
        switch (type)
        {
            case TfCollectionType collection:
                writer.WriteStringValue(collection.Kind switch { TfCollectionKind.List => "list", TfCollectionKind.Set => "set", _ => "map" });
                Write(writer, collection.Element);
                break;
            case TfObjectType @object:
                writer.WriteStringValue("object");
                writer.WriteStartObject();
                for (var i = 0; i < @object.Names.Count; i++)
                {
                    writer.WritePropertyName(@object.Names[i]);
                    Write(writer, @object.Types[i]);
                }

                writer.WriteEndObject();
                break;
            case TfTupleType tuple:
                writer.WriteStringValue("tuple");
                writer.WriteStartArray();
                foreach (var element in tuple.Elements)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
        }

        writer.WriteEndArray();
    }

    private static Dictionary<string, TfType> ReadAttributes(JsonElement json)
    {
        var attributes = new Dictionary<string, TfType>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            attributes[property.Name] = Read(property.Value);
        }

        return attributes;
    }

    private static WireException NoConstraint(JsonElement json) => new(AttributePath.Root, $"{json.ValueKind} is not a type constraint");
}
