using System.Text.RegularExpressions;

namespace DocsGenerator.Tests;

/// <summary>Holds docs/ to the schemas and to itself.</summary>
public sealed partial class PagesTests
{
    private static readonly string Root = Repository.FindRoot(AppContext.BaseDirectory);

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Pages_HeldAgainstTheSchemas_AreUpToDate()
    {
        var stale = new Documentation(Root).FindStale().Select(p => Path.GetRelativePath(Root, p.File)).ToList();

        Assert.True(stale.Count == 0, $"Out of date: {string.Join(", ", stale)}. Run \"make docs\" and commit what it writes.");
    }

    [Fact]
    public void Pages_OfWhatTheProviderDoesNotHave_DoNotExist()
    {
        var orphans = new Documentation(Root).FindOrphans().ToList();

        Assert.True(orphans.Count == 0, $"Nothing in the provider has these pages; delete them: {string.Join(", ", orphans)}.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_HasTheFrontMatterThatTheRegistryWants(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root, page));

        Assert.StartsWith("---\npage_title: \"", text, StringComparison.Ordinal);
        Assert.Matches(FrontMatter(), text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_LinksInside_LeadSomewhere(string page)
    {
        var file = Path.Combine(Root, page);
        var text = File.ReadAllText(file);

        foreach (var link in Link().Matches(text).Select(m => m.Groups["target"].Value).Where(l => !l.Contains("://", StringComparison.Ordinal)))
        {
            var (path, anchor) = link.Split('#') is [var p, var a] ? (p, a) : (link, "");
            var target = path.Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, path);
            Assert.True(File.Exists(target), $"{page} links to {link}, which does not exist.");
            Assert.True(anchor.Length == 0 || HasAnchor(File.ReadAllText(target), anchor), $"{page} links to {link}, and there is no such place in it.");
        }
    }

    private static bool HasAnchor(string text, string anchor) =>
        text.Contains($"<a id=\"{anchor}\">", StringComparison.Ordinal)
        || Heading().Matches(text).Any(h => Slug(h.Groups["title"].Value) == anchor);

    private static string Slug(string title) => NoSlug().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^---\npage_title: \"[^\"\n]+\"\n(subcategory: \"[^\"\n]+\"\n)?description: \\|-\n  [^\n]+\n---\n")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NoSlug();
}
