using System.Text.RegularExpressions;

namespace TerraformPlugin.Tests.Architecture;

/// <summary>The repository's sources, found upward from the test's assembly.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The source files below a folder, without what the build makes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*.cs") =>
        Directory.Exists(Path.Combine(Root, folder))
            ? Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            : [];

    /// <summary>
    /// The namespaces below a prefix that a file names: in using directives, in qualified names, and, as the compiler allows within
    /// the prefix, in names qualified from there on.
    /// </summary>
    public static IEnumerable<string> NamesBehind(string file, string prefix) => Regex
        .Matches(Code(file), $@"(?<![\w.])({Regex.Escape(prefix)}\.(?<name>\w+)|(?<name>[A-Z]\w+)(?=\.[A-Z]))", RegexOptions.ExplicitCapture)
        .Select(m => m.Groups["name"].Value);

    /// <summary>Whether a file names a namespace or something in it.</summary>
    public static bool Names(string file, string @namespace) => Regex.IsMatch(Code(file), $@"(?<![\w.]){Regex.Escape(@namespace)}\b");

    /// <summary>The source without comments and without the contents of simple strings: only what is code refers to anything.</summary>
    public static string Code(string file) => NotCode().Replace(File.ReadAllText(file), "");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "dashserv.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }

    [GeneratedRegex(@"//.*|^namespace .*|""[^""\n]*""", RegexOptions.Multiline)]
    private static partial Regex NotCode();
}
