using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>An apply: it may fail at any time, and what it has put into the state until then can still be asked for.</summary>
internal sealed record ResourceOperation(Func<Task> RunAsync, Func<TfValue> State);
