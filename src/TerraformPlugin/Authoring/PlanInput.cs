using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What the resource's own step of a plan works on.</summary>
internal sealed record PlanInput(TfValue Config, TfValue Prior, TfValue Planned, PrivateState Private)
{
    /// <summary>What was noted by the plan of what this one takes the place of.</summary>
    public required PrivateState Replaced { get; init; }

    public required PrivateState? EarlierPlan { get; init; }
}
