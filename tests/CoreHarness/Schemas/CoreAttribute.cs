using TerraformPlugin.Values;

namespace CoreHarness.Schemas;

/// <summary>An attribute as core knows it: from the schema message alone.</summary>
internal sealed record CoreAttribute(string Name, TfType Type, CoreNesting Nesting, CoreObject? Nested)
{
    public bool Required { get; init; }

    public bool Optional { get; init; }

    public bool Computed { get; init; }

    public bool Sensitive { get; init; }

    public bool WriteOnly { get; init; }
}
