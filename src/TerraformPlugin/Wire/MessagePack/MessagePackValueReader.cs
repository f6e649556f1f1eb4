using System.Buffers;
using System.Text;
using Nerdbank.MessagePack;
using TerraformPlugin.Values;
using TerraformPlugin.Wire.Json;

namespace TerraformPlugin.Wire.MessagePack;

/// <summary>Reads a value of a known type from MessagePack, as core encodes it (tfplugin6, DynamicValue).</summary>
public static class MessagePackValueReader
{
    private const sbyte RefinedUnknown = 12;
    private const int MaxRefinement = 1024;

    /// <summary>Dynamic values within dynamic values: core sends one. Without an end they would take the whole stack.</summary>
    private const int MaxDynamics = 8;

    /// <exception cref="WireException">The bytes are not exactly one value of that type.</exception>
    public static TfValue Read(ReadOnlyMemory<byte> bytes, TfType type)
    {
        var path = AttributePath.Root;
        try
        {
            var reader = new MessagePackReader(bytes);
            var value = ReadValue(ref reader, type, path, MaxDynamics);
            return reader.End ? value : throw new WireException(path, "there are bytes behind the value");
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException or FormatException)
        {
            throw new WireException(path, $"this is not MessagePack of a {type}: {e.Message}", e);
        }
    }

    private static TfValue ReadValue(ref MessagePackReader reader, TfType type, AttributePath path, int dynamics)
    {
        if (reader.TryReadNil())
        {
            return TfValue.Null;
        }

        if (reader.NextMessagePackType == MessagePackType.Extension)
        {
            return ReadUnknown(ref reader, path);
        }

        return type switch
        {
            TfPrimitiveType primitive => ReadPrimitive(ref reader, primitive, path, dynamics),
            TfCollectionType { Kind: TfCollectionKind.Map } map => ReadMap(ref reader, map.Element, path, dynamics),
            TfCollectionType { Kind: TfCollectionKind.Set } set => TfSequence.SetOf(ReadElements(ref reader, _ => set.Element, path, dynamics)),
            TfCollectionType list => new TfSequence(ReadElements(ref reader, _ => list.Element, path, dynamics)),
            TfTupleType tuple => ReadTuple(ref reader, tuple, path, dynamics),
            TfObjectType @object => ReadObject(ref reader, @object, path, dynamics),
            _ => throw new WireException(path, $"a value of type {type} cannot be read"),
        };
    }

    private static TfUnknown ReadUnknown(ref MessagePackReader reader, AttributePath path)
    {
        var extension = reader.ReadExtension();
        if (extension.Header.TypeCode != RefinedUnknown)
        {
            return extension.Data.Length <= 1
                ? TfUnknown.Unrefined
                : throw new WireException(path, $"extension {extension.Header.TypeCode} is not one this protocol has");
        }

        return extension.Data.Length switch
        {
            <= 1 => TfUnknown.Unrefined,
            <= MaxRefinement => new TfUnknown(extension.Data.ToArray()),
            _ => throw new WireException(path, "the refinement of an unknown value is over 1,024 bytes"),
        };
    }

    private static TfValue ReadPrimitive(ref MessagePackReader reader, TfPrimitiveType type, AttributePath path, int dynamics)
    {
        if (type == TfType.String)
        {
            return new TfString(ReadText(ref reader, path));
        }

        if (type == TfType.Bool)
        {
            return reader.NextMessagePackType == MessagePackType.Boolean
                ? TfBool.Of(reader.ReadBoolean())
                : throw Mismatch(path, type, reader.NextMessagePackType);
        }

        return type == TfType.Number ? ReadNumber(ref reader, path) : ReadDynamic(ref reader, path, dynamics);
    }

    private static TfNumber ReadNumber(ref MessagePackReader reader, AttributePath path)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Integer:
                return reader.NextCode == 0xcf ? (TfNumber)(decimal)reader.ReadUInt64() : reader.ReadInt64();
            case MessagePackType.Float:
                var binary = reader.ReadDouble();
                return double.IsNaN(binary) ? throw new WireException(path, "NaN is not a number") : TfNumber.FromDouble(binary);
            case MessagePackType.String:
                var text = ReadText(ref reader, path);
                return TfNumberText.TryParse(text, out var number)
                    ? number
                    : throw new WireException(path, $"\"{text[..Math.Min(text.Length, 40)]}\" is not a decimal number");
            default:
                throw Mismatch(path, TfType.Number, reader.NextMessagePackType);
        }
    }

    private static string ReadText(ref MessagePackReader reader, AttributePath path) => reader.NextMessagePackType switch
    {
        MessagePackType.String => reader.ReadString()!,
        MessagePackType.Binary => Encoding.UTF8.GetString(reader.ReadBytes()!.Value),
        var other => throw Mismatch(path, TfType.String, other),
    };

    private static TfDynamic ReadDynamic(ref MessagePackReader reader, AttributePath path, int dynamics)
    {
        if (dynamics == 0)
        {
            throw new WireException(path, "dynamic values are nested too deeply");
        }

        if (reader.NextMessagePackType != MessagePackType.Array || reader.ReadArrayHeader() != 2)
        {
            throw new WireException(path, "a dynamic value is an array of its type and itself");
        }

        var constraint = reader.NextMessagePackType == MessagePackType.Binary
            ? reader.ReadBytes()!.Value.ToArray()
            : Encoding.UTF8.GetBytes(ReadText(ref reader, path));
        var type = TypeConstraint.Read(constraint);
        return new TfDynamic(type, ReadValue(ref reader, type, path, dynamics - 1));
    }

    private static TfMapping ReadMap(ref MessagePackReader reader, TfType element, AttributePath path, int dynamics)
    {
        var count = ReadMapHeader(ref reader, path);
        var entries = new Dictionary<string, TfValue>(Math.Min(count, 1024), StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = ReadText(ref reader, path);
            entries[key] = ReadValue(ref reader, element, path.Key(key), dynamics);
        }

        return new TfMapping(entries);
    }

    private static TfMapping ReadObject(ref MessagePackReader reader, TfObjectType type, AttributePath path, int dynamics)
    {
        var count = ReadMapHeader(ref reader, path);
        if (count != type.Names.Count)
        {
            // As core has it; an object of many attributes for one byte would also be a way to take all memory.
            throw new WireException(path, $"an object with {type.Names.Count} attributes is required ({count} given)");
        }

        var values = new TfValue[count];
        for (var i = 0; i < count; i++)
        {
            var name = ReadText(ref reader, path);
            var index = type.IndexOf(name);
            if (index < 0)
            {
                throw new WireException(path, $"there is no attribute \"{name}\"");
            }

            if (values[index] is not null)
            {
                throw new WireException(path, $"the attribute \"{name}\" is given twice");
            }

            values[index] = ReadValue(ref reader, type.Types[index], path.Attribute(name), dynamics);
        }

        return new TfMapping((string[])type.Names, values);
    }

    private static TfSequence ReadTuple(ref MessagePackReader reader, TfTupleType type, AttributePath path, int dynamics)
    {
        var elements = ReadElements(ref reader, i => i < type.Elements.Count ? type.Elements[i] : throw Length(), path, dynamics);
        return elements.Count == type.Elements.Count ? new TfSequence(elements) : throw Length();
        WireException Length() => new(path, $"a tuple of {type.Elements.Count} elements is required");
    }

    private static List<TfValue> ReadElements(ref MessagePackReader reader, Func<int, TfType> typeOf, AttributePath path, int dynamics)
    {
        if (reader.NextMessagePackType != MessagePackType.Array)
        {
            throw new WireException(path, $"an array is required, not a {reader.NextMessagePackType}");
        }

        var count = reader.ReadArrayHeader();
        var elements = new List<TfValue>(Math.Min(count, 1024));
        for (var i = 0; i < count; i++)
        {
            elements.Add(ReadValue(ref reader, typeOf(i), path.Index(i), dynamics));
        }

        return elements;
    }

    private static int ReadMapHeader(ref MessagePackReader reader, AttributePath path) =>
        reader.NextMessagePackType == MessagePackType.Map
            ? reader.ReadMapHeader()
            : throw new WireException(path, $"a map is required, not a {reader.NextMessagePackType}");

    private static WireException Mismatch(AttributePath path, TfType wanted, MessagePackType found) =>
        new(path, $"a {wanted} is required, not a {found}");
}
