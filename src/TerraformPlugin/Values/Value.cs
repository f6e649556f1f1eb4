namespace TerraformPlugin.Values;

/// <summary>Makes values whose type the compiler infers; interfaces have no implicit conversion.</summary>
public static class Value
{
    public static Value<T> Known<T>(T known)
        where T : notnull => new(known);

    /// <summary>Known, or null where the argument is.</summary>
    public static Value<string> OfNullable(string? text) => text is null ? default : new(text);

    /// <summary>Known, or null where the argument is.</summary>
    public static Value<T> OfNullable<T>(T? value)
        where T : struct => value is { } known ? new(known) : default;
}
