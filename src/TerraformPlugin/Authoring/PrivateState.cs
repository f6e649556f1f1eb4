using System.Buffers;
using System.Text.Json;

namespace TerraformPlugin.Authoring;

/// <summary>
/// A provider's own notes on a resource, kept beside its state and shown to nobody. It is not encrypted: no secrets.
/// </summary>
public sealed class PrivateState
{
    private readonly SortedDictionary<string, string> _entries = new(StringComparer.Ordinal);
    private byte[] _unreadable = [];

    /// <summary>The note under a key, or null; setting null removes it.</summary>
    public string? this[string key]
    {
        get => _entries.GetValueOrDefault(key);
        set
        {
            if (value is null)
            {
                _entries.Remove(key);
            }
            else
            {
                _entries[key] = value;
            }
        }
    }

    /// <summary>Reads notes. Bytes that are not ours (of another provider's resource, say) are no notes, and stay until there is one.</summary>
    internal static PrivateState Read(ReadOnlyMemory<byte> bytes)
    {
        var state = new PrivateState();
        if (bytes.IsEmpty)
        {
            return state;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                state[property.Name] = property.Value.GetString();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new PrivateState { _unreadable = bytes.ToArray() };
        }

        return state;
    }

    internal byte[] Write()
    {
        if (_entries.Count == 0)
        {
            return _unreadable;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in _entries)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
