using System.Text.RegularExpressions;

namespace DocsGenerator;

/// <summary>Brings what stands between a page's markers up to date; the rest is written by hand.</summary>
internal static partial class PageText
{
    public const string SchemaBegin = "<!-- schema -->";
    public const string SchemaEnd = "<!-- /schema -->";
    public const string ExampleEnd = "<!-- /example -->";

    public static string ExampleBegin(string path) => $"<!-- example: {path} -->";

    public static string Refresh(string page, Subject subject, string root)
    {
        var (begin, end) = (page.IndexOf(SchemaBegin, StringComparison.Ordinal), page.IndexOf(SchemaEnd, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new DocumentationException($"{subject.Page} has no {SchemaBegin} with a {SchemaEnd} after it.");
        }

        var schema = $"{page[..(begin + SchemaBegin.Length)]}\n{SchemaText.Of(subject.Schema)}\n{page[end..]}";
        return Example().Replace(schema, match => RefreshExample(match, root));
    }

    // Where there is no such file (yet), what was written by hand stays.
    private static string RefreshExample(Match match, string root)
    {
        var path = match.Groups["path"].Value;
        var file = Path.Combine(root, path);
        return File.Exists(file)
            ? $"{ExampleBegin(path)}\n```{Language(path)}\n{File.ReadAllText(file).Trim()}\n```\n{ExampleEnd}"
            : match.Value;
    }

    private static string Language(string path) => Path.GetExtension(path) == ".sh" ? "shell" : "terraform";

    [GeneratedRegex("<!-- example: (?<path>[^ ]+) -->.*?<!-- /example -->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
