using System.Text;

namespace TerraformPlugin.Values;

/// <summary>Where in a resource a value stands; the empty path is the resource itself. A set's elements cannot be addressed.</summary>
public sealed class AttributePath : IEquatable<AttributePath>
{
    private readonly PathStep[] _steps;

    private AttributePath(PathStep[] steps) => _steps = steps;

    public static AttributePath Root { get; } = new([]);

    public IReadOnlyList<PathStep> Steps => _steps;

    public static AttributePath Of(string attribute) => Root.Attribute(attribute);

    public AttributePath Attribute(string name) => Append(PathStep.OfAttribute(name));

    public AttributePath Key(string key) => Append(PathStep.OfKey(key));

    public AttributePath Index(long index) => Append(PathStep.OfIndex(index));

    private AttributePath Append(PathStep step) => new([.. _steps, step]);

    /// <summary>Whether the path leads to something in a value; all that is below an unknown value does.</summary>
    internal bool LeadsInto(TfValue root)
    {
        var value = root;
        foreach (var step in _steps)
        {
            switch (value is TfDynamic dynamic ? dynamic.Inner : value)
            {
                case TfUnknown:
                    return true;
                case TfMapping mapping when (step.Attribute ?? step.Key) is { } name && mapping.ContainsKey(name):
                    value = mapping[name];
                    break;
                case TfSequence sequence when step.Index is { } index && index >= 0 && index < sequence.Elements.Count:
                    value = sequence.Elements[(int)index];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    public bool Equals(AttributePath? other) => other is not null && other._steps.AsSpan().SequenceEqual(_steps);

    public override bool Equals(object? obj) => Equals(obj as AttributePath);

    public override int GetHashCode() => _steps.Length == 0 ? 0 : HashCode.Combine(_steps.Length, _steps[0]);

    /// <summary>The path as Terraform writes it, such as <c>options["traffic"]</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in _steps)
        {
            _ = step switch
            {
                { Attribute: { } name } => text.Append(text.Length > 0 ? "." : "").Append(name),
                { Key: { } key } => text.Append("[\"").Append(key).Append("\"]"),
                _ => text.Append('[').Append(step.Index).Append(']'),
            };
        }

        return text.ToString();
    }
}
