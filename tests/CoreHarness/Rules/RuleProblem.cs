using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness.Rules;

/// <summary>A rule broken at a place.</summary>
internal sealed record RuleProblem(AttributePath Path, string Detail)
{
    /// <summary>As core writes it: the address with the path, then what is wrong.</summary>
    public string Text(string address) => $"{address}{GoText.Of(Path)}: {Detail}";
}
