using TerraformPlugin.Schema;

namespace DocsGenerator;

/// <summary>Something that has a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its full name, such as <c>dashserv_vserver</c>.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record Subject(SubjectKind Kind, string Type, ISchema Schema)
{
    /// <summary>The page, relative to the repository. The registry wants file names without the provider's prefix.</summary>
    public string Page => Kind.PageFolder is { } folder ? $"docs/{folder}/{Type[(Type.IndexOf('_', StringComparison.Ordinal) + 1)..]}.md" : "docs/index.md";

    /// <summary>Where its examples are, relative to the repository.</summary>
    public string ExampleFolder => Kind.PageFolder is { } folder ? $"examples/{folder}/{Type}" : "examples/provider";
}
