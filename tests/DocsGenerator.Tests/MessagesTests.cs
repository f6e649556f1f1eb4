using System.Text.RegularExpressions;

namespace DocsGenerator.Tests;

/// <summary>Holds the troubleshooting guide to what the provider says: each title of a diagnostic in the source has its row.</summary>
public sealed partial class MessagesTests
{
    private const string Makers =
        """(?:new FailureWords\(|new ProblemException\(|new(?: Diagnostic)?\(\s*Severity\.\w+,|[dD]iagnostics\.(?:Error|Warning)\(|NotKnown\()""";

    private static readonly string Root = Repository.FindRoot(AppContext.BaseDirectory);

    private static string[] Rows =>
        [.. File.ReadLines(Path.Combine(Root, "docs", "guides", "troubleshooting.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Split('|')[1])];

    private static (string File, string Title)[] Titles =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src", "Dashserv.Provider"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Diagnostics().Matches(File.ReadAllText(file))
                .Select(m => (Path.GetFileName(file), Literals().Matches(m.Groups[1].Value).Select(l => l.Groups[1].Value).FirstOrDefault(IsTitle))))
            .Where(t => t.Item2 is not null).Select(t => (t.Item1, t.Item2!)),
    ];

    [Fact]
    public void Guide_HasEachTitleOfADiagnostic()
    {
        var rows = Rows;
        var titles = Titles;
        Assert.True(titles.Length > 90, $"Only {titles.Length} titles were found in the source.");
        var missing = titles.Where(t => !Array.Exists(rows, row => Pieces(t.Title).All(p => row.Contains(p, StringComparison.OrdinalIgnoreCase))));
        Assert.Empty(missing);
    }

    // An attribute's name comes first where there is one; it is no title.
    private static bool IsTitle(string literal) => literal.Length > 0 && (char.IsUpper(literal[0]) || literal[0] == '{');

    // What stands between names and numbers.
    private static IEnumerable<string> Pieces(string title) =>
        Holes().Split(title).Select(p => p.Replace("\\\"", "", StringComparison.Ordinal).Trim()).Where(p => p.Length > 3);

    [GeneratedRegex(Makers + """\s*((?:\$?"(?:[^"\\]|\\.)*"(?:\s*,\s*)?){1,2})""")]
    private static partial Regex Diagnostics();

    [GeneratedRegex("""\$?"((?:[^"\\]|\\.)*)["]""")]
    private static partial Regex Literals();

    [GeneratedRegex("""\{[^{}]*\}""")]
    private static partial Regex Holes();
}
