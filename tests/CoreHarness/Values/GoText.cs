using TerraformPlugin.Values;

namespace CoreHarness.Values;

/// <summary>Values and paths as core writes them in its messages.</summary>
internal static class GoText
{
    public static string Of(TfValue value) => value switch
    {
        TfNull => "cty.NullVal",
        TfUnknown => "cty.UnknownVal",
        TfBool truth => truth.Value ? "cty.True" : "cty.False",
        TfNumber number => number.IsWhole ? $"cty.NumberIntVal({number})" : $"cty.NumberFloatVal({number})",
        TfString text => $"cty.StringVal({text})",
        TfSequence sequence => $"cty.ListVal([]cty.Value{{{string.Join(", ", sequence.Elements.Select(Of))}}})",
        TfMapping mapping => $"cty.ObjectVal(map[string]cty.Value{{{string.Join(", ", mapping.Keys.Select((k, i) => $"\"{k}\":{Of(mapping.Values[i])}"))}}})",
        TfDynamic dynamic => Of(dynamic.Inner),
        _ => value.ToString()!,
    };

    /// <summary>A path behind an address: <c>.options["a"][0]</c>.</summary>
    public static string Of(AttributePath path) => path.Steps.Count == 0 ? "" : path.ToString() is var text && text[0] == '[' ? text : $".{text}";
}
