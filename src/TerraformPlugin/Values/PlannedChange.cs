namespace TerraformPlugin.Values;

/// <summary>A plan's outcome: what will be, null where nothing will, and the changes that replace the resource.</summary>
internal sealed record PlannedChange(TfValue Planned, IReadOnlyList<AttributePath> Replacements);
