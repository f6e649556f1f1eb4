using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>A value of the right wire type that its attribute does not take.</summary>
internal sealed class ModelException(AttributePath path, string problem) : Exception(problem)
{
    public AttributePath Path { get; } = path;
}
