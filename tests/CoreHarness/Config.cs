using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>
/// A block as a test writes it. Attributes that are not named are null. A value may be text, a number, a bool, null, a sequence,
/// another <see cref="Config"/> (an object or a map), <see cref="Unknown"/>, or a <see cref="TfValue"/> as it is.
/// </summary>
public sealed class Config
{
    private readonly List<KeyValuePair<string, object?>> _entries;

    private Config(IEnumerable<KeyValuePair<string, object?>> entries) => _entries = [.. entries];

    /// <summary>A value that is only known after the apply of something else.</summary>
    public static object Unknown => TfValue.Unknown;

    public static Config Empty { get; } = new([]);

    internal IReadOnlyList<KeyValuePair<string, object?>> Entries => _entries;

    public static Config Of(params (string Name, object? Value)[] entries) =>
        new(entries.Select(e => KeyValuePair.Create(e.Name, e.Value)));

    /// <summary>The same block with one attribute set to something else.</summary>
    public Config With(string name, object? value) =>
        new(_entries.Where(e => e.Key != name).Append(KeyValuePair.Create(name, value)));

    /// <summary>The same block without an attribute.</summary>
    public Config Without(string name) => new(_entries.Where(e => e.Key != name));
}
