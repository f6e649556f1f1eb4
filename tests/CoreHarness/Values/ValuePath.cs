using System.Globalization;
using System.Text.RegularExpressions;
using TerraformPlugin.Values;

namespace CoreHarness.Values;

/// <summary>Finds values by paths as tests write them: <c>quote.monthly_gross</c>, <c>disks[0].size</c>, <c>labels["a"]</c>.</summary>
internal static partial class ValuePath
{
    public static TfValue At(TfValue root, string path)
    {
        var value = root;
        foreach (Match step in Step().Matches(path))
        {
            value = Into(value, step) ?? throw new ArgumentException($"there is nothing at {path}");
        }

        return value;
    }

    /// <summary>A value as tests compare it: text, bool, long, decimal, null, or the value itself where none of these fits.</summary>
    public static object? Plain(TfValue value) => value switch
    {
        TfNull => null,
        TfString text => text.Text,
        TfBool truth => truth.Value,
        TfNumber number when number.TryGetInt64(out var whole) => whole,
        TfNumber number when number.TryGetDecimal(out var fraction) => fraction,
        TfDynamic dynamic => Plain(dynamic.Inner),
        _ => value,
    };

    /// <summary>Whether a path leads anywhere in a value; what is below an unknown counts as there.</summary>
    public static bool Resolves(TfValue root, AttributePath path) => Find(root, path) is not null;

    /// <summary>The value at a path, or a C# null where the path leads nowhere.</summary>
    public static TfValue? Find(TfValue root, AttributePath path)
    {
        var value = root;
        foreach (var step in path.Steps)
        {
            value = value is TfDynamic dynamic ? dynamic.Inner : value;
            var next = (value, step) switch
            {
                (TfUnknown, _) => value,
                (TfMapping m, { Attribute: { } name }) when m.ContainsKey(name) => m[name],
                (TfMapping m, { Key: { } key }) when m.ContainsKey(key) => m[key],
                (TfSequence s, { Index: { } i }) when i >= 0 && i < s.Elements.Count => s.Elements[(int)i],
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            value = next;
        }

        return value;
    }

    private static TfValue? Into(TfValue value, Match step) => value switch
    {
        TfDynamic dynamic => Into(dynamic.Inner, step),
        TfMapping m when step.Groups["name"].Success => m.ContainsKey(step.Groups["name"].Value) ? m[step.Groups["name"].Value] : null,
        TfMapping m when step.Groups["key"].Success => m[step.Groups["key"].Value],
        TfSequence s when step.Groups["index"].Success => s.Elements[int.Parse(step.Groups["index"].Value, CultureInfo.InvariantCulture)],
        TfUnknown or TfNull => value,
        _ => null,
    };

    [GeneratedRegex("""\["(?<key>[^"]*)"\]|\[(?<index>\d+)\]|(?<name>[A-Za-z0-9_-]+)""")]
    private static partial Regex Step();
}
