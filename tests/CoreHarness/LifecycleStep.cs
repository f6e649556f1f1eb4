using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>One step of a life cycle and what it said.</summary>
public sealed record LifecycleStep(string Name, Diagnostics Diagnostics);
