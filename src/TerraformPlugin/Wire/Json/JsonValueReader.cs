using System.Text.Json;
using TerraformPlugin.Values;

namespace TerraformPlugin.Wire.Json;

/// <summary>
/// Reads a value of a known type from the JSON of a state file. Attributes that the type does not have are dropped and
/// missing ones are null: the state may come from another version of the provider.
/// </summary>
public static class JsonValueReader
{
    /// <exception cref="WireException">The JSON is not a value of that type.</exception>
    public static TfValue Read(ReadOnlyMemory<byte> json, TfType type)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, type, AttributePath.Root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A lone surrogate in a key is found only when the key is asked for, as an invalid operation.
            throw new WireException(AttributePath.Root, $"the stored value is not JSON: {e.Message}", e);
        }
    }

    private static TfValue Read(JsonElement json, TfType type, AttributePath path) => (json.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => TfValue.Null,
        (JsonValueKind.String, _) when type == TfType.String => new TfString(ReadText(json, path)),
        (JsonValueKind.True or JsonValueKind.False, _) when type == TfType.Bool => TfBool.Of(json.GetBoolean()),
        (JsonValueKind.Number, _) when type == TfType.Number => ReadNumber(json.GetRawText(), path),
        (JsonValueKind.String, _) when type == TfType.Number => ReadNumber(ReadText(json, path), path),
        (JsonValueKind.Object, _) when type == TfType.Dynamic => ReadDynamic(json, path),
        (JsonValueKind.Array, TfCollectionType { Kind: TfCollectionKind.List } list) => new TfSequence(ReadElements(json, _ => list.Element, path)),
        (JsonValueKind.Array, TfCollectionType { Kind: TfCollectionKind.Set } set) => TfSequence.SetOf(ReadElements(json, _ => set.Element, path)),
        (JsonValueKind.Array, TfTupleType tuple) when json.GetArrayLength() == tuple.Elements.Count =>
            new TfSequence(ReadElements(json, i => tuple.Elements[i], path)),
        (JsonValueKind.Object, TfCollectionType { Kind: TfCollectionKind.Map } map) => ReadMap(json, map.Element, path),
        (JsonValueKind.Object, TfObjectType @object) => ReadObject(json, @object, path),
        _ => throw new WireException(path, $"JSON of kind {json.ValueKind} is not a {type}"),
    };

    private static TfNumber ReadNumber(string text, AttributePath path) =>
        TfNumberText.TryParse(text, out var number) ? number : throw new WireException(path, "this is not a decimal number");

    private static string ReadText(JsonElement json, AttributePath path)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new WireException(path, "the text is not valid Unicode", e);
        }
    }

    private static TfDynamic ReadDynamic(JsonElement json, AttributePath path)
    {
        if (!json.TryGetProperty("type", out var constraint) || !json.TryGetProperty("value", out var inner))
        {
            throw new WireException(path, "a dynamic value has a \"type\" and a \"value\"");
        }

        var type = TypeConstraint.Read(constraint);
        return new TfDynamic(type, Read(inner, type, path));
    }

    private static IEnumerable<TfValue> ReadElements(JsonElement json, Func<int, TfType> typeOf, AttributePath path) =>
        json.EnumerateArray().Select((element, i) => Read(element, typeOf(i), path.Index(i)));

    private static TfMapping ReadMap(JsonElement json, TfType element, AttributePath path)
    {
        var entries = new Dictionary<string, TfValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            entries[property.Name] = Read(property.Value, element, path.Key(property.Name));
        }

        return new TfMapping(entries);
    }

    private static TfMapping ReadObject(JsonElement json, TfObjectType type, AttributePath path)
    {
        var values = new TfValue[type.Names.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = json.TryGetProperty(type.Names[i], out var property)
                ? Read(property, type.Types[i], path.Attribute(type.Names[i]))
                : TfValue.Null;
        }

        return new TfMapping((string[])type.Names, values);
    }
}
