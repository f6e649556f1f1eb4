using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Values;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>One log line as go-plugin reads it: a JSON object of less than 64 KiB; a longer one would be read in pieces.</summary>
internal sealed class HclogLine : IDisposable
{
    private const int Limit = 60 * 1024;
    private const int LongestValue = 8 * 1024;

    // The most that JSON makes of a character, and what stands around a value.
    private const int BytesPerCharacter = 6;
    private const int Overhead = 128;

    // It goes into a log, never into HTML, and is read by people.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Utf8JsonWriter _json;

    private readonly Func<string, string> _redact;

    public HclogLine(IBufferWriter<byte> target, Func<string, string> redact) => (_json, _redact) = (new Utf8JsonWriter(target, Options), redact);

    private int Room => (Limit - (int)(_json.BytesCommitted + _json.BytesPending) - Overhead) / BytesPerCharacter;

    public void Begin(LogLevel level, string module, string message, DateTimeOffset now)
    {
        _json.WriteStartObject();
        _json.WriteString("@level", HclogLevels.Name(level));
        _json.WriteString("@message", Shorten(Clean(message), LongestValue));
        _json.WriteString("@module", module);
        // Six digits exactly, or go-plugin takes the line for text.
        _json.WriteString("@timestamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes the named values of a message or a scope; anything else has none.</summary>
    public void WriteFields(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> fields)
        {
            return;
        }

        foreach (var (name, value) in fields)
        {
            // The first is the message's template. Names with '@' are hclog's own.
            if (name != "{OriginalFormat}" && !name.StartsWith('@'))
            {
                WriteField(name, value);
            }
        }
    }

    public void WriteField(string name, object? value)
    {
        var room = Room - name.Length;
        if (room <= 0)
        {
            return;
        }

        switch (value)
        {
            case null:
                _json.WriteNull(name);
                break;
            case bool flag:
                _json.WriteBoolean(name, flag);
                break;
            case int number:
                _json.WriteNumber(name, number);
                break;
            case long number:
                _json.WriteNumber(name, number);
                break;
            default:
                var text = value is IFormattable formattable
                    ? formattable.ToString(null, CultureInfo.InvariantCulture)
                    : value.ToString() ?? "";
                _json.WriteString(name, Shorten(Clean(text), Math.Min(room, LongestValue)));
                break;
        }
    }

    public void Dispose()
    {
        _json.WriteEndObject();
        _json.Dispose();
    }

    private string Clean(string text) => PlainText.Of(_redact(text));

    private static string Shorten(string text, int longest)
    {
        const string Mark = "… (shortened)";
        if (text.Length <= longest)
        {
            return text;
        }

        var length = Math.Max(0, longest - Mark.Length);
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return text[..length] + Mark;
    }
}
