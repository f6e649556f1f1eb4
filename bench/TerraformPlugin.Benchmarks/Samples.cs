using TerraformPlugin.Values;

namespace TerraformPlugin.Benchmarks;

/// <summary>Values of the size that they have in real configurations.</summary>
internal static class Samples
{
    /// <summary>An object with the attributes of a virtual server: some thirty texts, fifteen numbers, and what is nested.</summary>
    public static (TfType Type, TfValue Value) Server()
    {
        List<(string Name, TfType Type, TfValue Value)> attributes =
        [
            .. Enumerable.Range(0, 28).Select(i => ($"text_{i:00}", TfType.String, (TfValue)new TfString($"value of the text {i}"))),
            .. Enumerable.Range(0, 14).Select(i => ($"number_{i:00}", TfType.Number, (TfValue)(TfNumber)(decimal)(i + (i / 16m)))),
            ("addresses", TfType.List(TfType.String), Strings(2)),
            ("force_stop", TfType.Bool, TfBool.Of(false)),
            ("timeouts", TfType.Object([KeyValuePair.Create("create", TfType.String)]), TfValue.Null),
        ];
        return (
            TfType.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Type))),
            new TfMapping(attributes.Select(a => KeyValuePair.Create(a.Name, a.Value))));
    }

    public static TfSequence Strings(int count) => new(Enumerable.Range(0, count).Select(i => new TfString($"element number {i}")));
}
