using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>What a data source read.</summary>
public sealed record DataResult(TfValue Value, Diagnostics Diagnostics)
{
    /// <summary>Whether the provider asked to put the read off.</summary>
    public bool IsDeferred { get; init; }

    public bool HasErrors => Diagnostics.HasErrors;

    /// <summary>The value at a path: text, bool, long, decimal, null, or a <see cref="TfValue"/> for all else.</summary>
    public object? this[string path] => ValuePath.Plain(ValuePath.At(Value, path));
}
