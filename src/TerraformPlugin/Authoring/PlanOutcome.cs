using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What the resource's own step of a plan made.</summary>
internal sealed record PlanOutcome(TfValue Planned, IReadOnlyList<AttributePath> Replacements);
