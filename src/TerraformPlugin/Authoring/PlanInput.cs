using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What the resource's own step of a plan works on.</summary>
internal sealed record PlanInput(TfValue Config, TfValue Prior, TfValue Planned, PrivateState Private, PrivateState? EarlierPlan);
