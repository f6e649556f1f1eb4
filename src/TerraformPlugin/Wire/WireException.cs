using TerraformPlugin.Values;

namespace TerraformPlugin.Wire;

/// <summary>Bytes that are not a value of the type they should be.</summary>
public sealed class WireException(AttributePath path, string problem, Exception? inner = null) : Exception(Text(path, problem), inner)
{
    /// <summary>Where in the value the problem is.</summary>
    public AttributePath Path { get; } = path;

    private static string Text(AttributePath path, string problem) => path.Steps.Count == 0 ? problem : $"{path}: {problem}";
}
