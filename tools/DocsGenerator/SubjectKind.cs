namespace DocsGenerator;

/// <summary>A kind of thing that the registry has pages for.</summary>
/// <param name="Word">What it is called in a page's title.</param>
/// <param name="PageFolder">Its folder in docs/ and in examples/; null for the provider itself, which has one page.</param>
/// <param name="Example">The file that shows its use.</param>
internal sealed record SubjectKind(string Word, string? PageFolder, string Example)
{
    public static SubjectKind Provider { get; } = new("Provider", null, "provider.tf");

    public static SubjectKind Resource { get; } = new("Resource", "resources", "resource.tf");

    public static SubjectKind DataSource { get; } = new("Data Source", "data-sources", "data-source.tf");
}
