using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Dashserv.Api.Json;

/// <summary>
/// A value as it came, and where in the answer it was. The one place that knows how loose the API's types are: numbers may
/// be strings, flags may be numbers, an empty object may be an empty list. What is missing or null reads as null.
/// </summary>
internal readonly struct WireValue
{
    private readonly JsonElement _element;

    // In place of the element, where it is the long list of an answer.
    private readonly WireList? _list;

    // The default value, which is absent, has none.
    private readonly WirePath? _path;

    private readonly bool _isForgiving;

    public WireValue(JsonElement element, WirePath path)
        : this(element, null, path, false)
    {
    }

    public WireValue(WireList list, WirePath path)
        : this(default, list, path, false)
    {
    }

    private WireValue(JsonElement element, WireList? list, WirePath? path, bool isForgiving) =>
        (_element, _list, _path, _isForgiving) = (element, list, path, isForgiving);

    /// <summary>
    /// The same, in which whatever is not of the kind that is read counts as absent. For what no decision and no state
    /// depends on: an odd value there must not cost the whole answer. Holds for everything inside, too.
    /// </summary>
    public WireValue Forgiving => new(_element, _list, _path, true);

    public string Path => Where.ToString();

    private bool IsEmptyList => Kind == JsonValueKind.Array && (_list?.Items.Count ?? _element.GetArrayLength()) == 0;

    private WirePath Where => _path ?? WirePath.Root;

    public JsonValueKind Kind => _list is null ? _element.ValueKind : JsonValueKind.Array;

    public bool IsAbsent => Kind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A member of an object; absent if there is none. PHP writes an empty object as an empty list.</summary>
    public WireValue this[string name]
    {
        get
        {
            var path = Where.Member(name);
            if (Kind == JsonValueKind.Object)
            {
                return Inner(Member(name, path), path);
            }

            if (IsAbsent || IsEmptyList || _isForgiving)
            {
                return Inner(default, path);
            }

            throw Wrong("an object");
        }
    }

    public string? Text() => Kind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => Decode(),
        JsonValueKind.Number => _element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => _isForgiving ? null : throw Wrong("a text"),
    };

    /// <summary>A text without which the thing is not the thing, such as an id.</summary>
    public string RequiredText() => Text() is { Length: > 0 } text ? text : throw new ShapeException(Path, "is missing");

    /// <summary>An id, which is not any text: see <see cref="ApiId"/>.</summary>
    public string RequiredId() => RequiredText() is var id && ApiId.IsOne(id) ? id : throw new ShapeException(Path, $"is no id: {ApiId.Allowed}");

    /// <summary>A text, where <c>false</c> stands for none (a vserver's <c>locked</c>).</summary>
    public string? TextOrFalse() => Kind == JsonValueKind.False ? null : Text() is { Length: > 0 } text and not ("0" or "false") ? text : null;

    public decimal? Number()
    {
        switch (Kind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.Number when _element.TryGetDecimal(out var number):
                return number;
            case JsonValueKind.String:
                var text = Decode();
                if (string.IsNullOrWhiteSpace(text))
                {
                    return null;
                }

                if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed))
                {
                    return parsed;
                }

                break;
        }

        return _isForgiving ? null : throw Wrong("a number");
    }

    public decimal RequiredNumber() => Number() ?? throw new ShapeException(Path, "is missing");

    public long? Whole()
    {
        if (Number() is not { } number)
        {
            return null;
        }

        return number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number
            : _isForgiving ? null : throw Wrong("a whole number");
    }

    public bool? Flag() => Kind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Text()?.ToLowerInvariant() switch
        {
            "1" or "true" or "yes" => true,
            "" or "0" or "false" or "no" => false,
            null => null,
            _ => _isForgiving ? null : throw Wrong("true or false"),
        },
    };

    /// <summary>Seconds since 1970. The API writes 0 for never.</summary>
    public DateTimeOffset? Time()
    {
        if (Number() is not { } seconds || seconds == 0)
        {
            return null;
        }

        return seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : _isForgiving ? null : throw Wrong("a time in seconds");
    }

    /// <summary>The elements of a list, or the values of an object: PHP turns one into the other.</summary>
    public List<T> List<T>(Func<WireValue, T> read)
    {
        var list = new List<T>();
        foreach (var (_, value) in Members())
        {
            try
            {
                list.Add(read(value));
            }
            catch (ShapeException) when (_isForgiving)
            {
                // Without what it needs, it is not there.
            }
        }

        return list;
    }

    /// <summary>As <see cref="List"/>, but no list at all is not an empty one: it must not read as "you have none".</summary>
    public List<T> RequiredList<T>(Func<WireValue, T> read) => IsAbsent ? throw new ShapeException(Path, "is missing") : List(read);

    /// <summary>
    /// As <see cref="RequiredList"/>, of what there is to choose from: what cannot be read cannot be chosen, and does not
    /// cost the rest. Where nothing can be read, the first problem is told: that is no empty list.
    /// </summary>
    public List<T> ReadableList<T>(Func<WireValue, T> read)
    {
        var (list, problem) = (new List<T>(), (ShapeException?)null);
        foreach (var item in RequiredList(static item => item))
        {
            try
            {
                list.Add(read(item));
            }
            catch (ShapeException e)
            {
                problem ??= e;
            }
        }

        return list.Count == 0 && problem is not null ? throw problem : list;
    }

    /// <summary>The members of an object in order, or the elements of a list under their index.</summary>
    public IEnumerable<(string Name, WireValue Value)> Members() => Kind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Object => MembersOfObject(),
        JsonValueKind.Array => Elements().Select(Numbered),
        _ => _isForgiving ? [] : throw Wrong("a list"),
    };

    /// <summary>Reads a nested thing, or null where there is none (PHP writes none as null, false or an empty list).</summary>
    public T? Optional<T>(Func<WireValue, T> read)
        where T : class
    {
        try
        {
            return IsAbsent || Kind == JsonValueKind.False || IsEmptyList ? null : read(this);
        }
        catch (ShapeException) when (_isForgiving)
        {
            return null;
        }
    }

    /// <summary>The value as JSON text, or null where there is none; of the long list of an answer its beginning. What is no UTF-8 is replaced.</summary>
    public string? Raw() => IsAbsent ? null : _list is null ? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(_element)) : _list.Beginning;

    private IEnumerable<(string Name, WireValue Value)> MembersOfObject()
    {
        foreach (var member in _element.EnumerateObject())
        {
            var name = NameOf(member);
            yield return (name, Inner(member.Value, Where.Member(name)));
        }
    }

    private IEnumerable<JsonElement> Elements() => _list is null ? _element.EnumerateArray() : _list.Elements();

    private (string Name, WireValue Value) Numbered(JsonElement element, int index) =>
        (index.ToString(CultureInfo.InvariantCulture), Inner(element, Where.Element(index)));

    private WireValue Inner(JsonElement element, WirePath path) => new(element, null, path, _isForgiving);

    private ShapeException Wrong(string expected) => new(Path, $"is {Describe(Kind)} where {expected} was expected");

    // A text may hold half a surrogate pair or broken UTF-8: valid to the parser, no string to us.
    private string? Decode()
    {
        try
        {
            return _element.GetString();
        }
        catch (InvalidOperationException)
        {
            return _isForgiving ? null : throw new ShapeException(Path, "is a text that is not valid Unicode");
        }
    }

    private JsonElement Member(string name, WirePath path)
    {
        try
        {
            return _element.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            return _isForgiving ? default : throw new ShapeException(path.ToString(), "stands beside a name that is not valid Unicode");
        }
    }

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new ShapeException(Path, "has a member whose name is not valid Unicode");
        }
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Undefined or JsonValueKind.Null => "absent",
        _ => "true or false",
    };
}
