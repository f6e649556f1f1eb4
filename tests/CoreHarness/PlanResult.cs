using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>A plan as core shows it, or the diagnostics that were in its way.</summary>
public sealed class PlanResult
{
    internal PlanResult(Diagnostics diagnostics) => Diagnostics = diagnostics;

    public Diagnostics Diagnostics { get; }

    public bool HasErrors => Diagnostics.HasErrors;

    public ChangeAction Action { get; internal init; }

    public TfValue Prior { get; internal init; } = TfValue.Null;

    public TfValue Planned { get; internal init; } = TfValue.Null;

    /// <summary>The paths that replace the object, as text.</summary>
    public IReadOnlyList<string> RequiresReplace { get; internal init; } = [];

    internal Config? Config { get; init; }

    internal byte[] PlannedPrivate { get; init; } = [];

    internal bool BecauseTainted { get; init; }

    /// <summary>The planned value at a path: text, bool, long, decimal, null, or a <see cref="TfValue"/> for all else.</summary>
    public object? this[string path] => ValuePath.Plain(ValuePath.At(Planned, path));

    /// <summary>The planned value at a path as it is.</summary>
    public TfValue At(string path) => ValuePath.At(Planned, path);

    public bool IsUnknown(string path) => ValuePath.At(Planned, path).IsUnknown;

    /// <summary>The top-level attributes that the plan changes.</summary>
    public IReadOnlyList<string> Changes => Planned is TfMapping planned
        ? [.. planned.Keys.Where(k => !planned[k].Equals((Prior as TfMapping)?[k] ?? TfValue.Null))]
        : [];
}
