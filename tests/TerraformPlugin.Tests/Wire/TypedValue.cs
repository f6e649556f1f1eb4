using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Wire;

/// <summary>A value and the type it is of.</summary>
internal sealed record TypedValue(TfType Type, TfValue Value);
