using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Transport;

/// <summary>Which of the values sent the API refuses: <c>empty_field:x</c>, or an object of field, value and msg.</summary>
internal sealed record FieldProblem(string? Field, string? Value, string? Reason)
{
    public static bool IsOne(WireValue data, string? word) =>
        word?.StartsWith(ActionWords.EmptyField, StringComparison.Ordinal) == true
        || (data.Kind == JsonValueKind.Object && data["field"].Kind == JsonValueKind.String && !data["msg"].IsAbsent);

    public static FieldProblem Read(WireValue data, string? word)
    {
        if (word?.StartsWith(ActionWords.EmptyField, StringComparison.Ordinal) == true)
        {
            return new FieldProblem(
                word.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? Name(word[(at + 1)..].Trim()) : null, null, ActionWords.EmptyField);
        }

        return data.Kind == JsonValueKind.Object
            ? new FieldProblem(Name(Any(data["field"])), Any(data["value"]), Any(data["msg"]))
            : new FieldProblem(null, null, Any(data));
    }

    // As it is called, or as it is sent: data[disk].
    private static string? Name(string? field) =>
        field is not null && field.StartsWith("data[", StringComparison.Ordinal) && field.EndsWith(']') ? field["data[".Length..^1] : field;

    private static string? Any(WireValue value)
    {
        try
        {
            return value.Kind is JsonValueKind.Object or JsonValueKind.Array ? value.Raw() : value.Text();
        }
        catch (ShapeException)
        {
            return null;
        }
    }
}
