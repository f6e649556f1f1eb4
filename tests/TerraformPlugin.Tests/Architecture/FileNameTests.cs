using System.Text.RegularExpressions;

namespace TerraformPlugin.Tests.Architecture;

/// <summary>A file holds one type and is named after it; a generic type's parameters follow after dots, as in <c>Resource.TModel.cs</c>.</summary>
public sealed partial class FileNameTests
{
    // A program's first file and a project's usings hold no type.
    private static readonly string[] WithoutAType = ["Program.cs", "GlobalUsings.cs"];

    [Theory]
    [InlineData("src/TerraformPlugin")]
    [InlineData("src/Dashserv.Api")]
    [InlineData("src/Dashserv.Provider")]
    [InlineData("tests")]
    public void File_HoldsOneTypeOfItsName(string folder)
    {
        var files = SourceTree.Files(folder).Where(f => !WithoutAType.Contains(Path.GetFileName(f))).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            let types = TopLevelType().Matches(SourceTree.Code(file)).Select(FileName).ToList()
            where types is not [var only] || only != Path.GetFileName(file)
            select $"{Path.GetRelativePath(SourceTree.Root, file)} holds {string.Join(", ", types)}");
    }

    private static string FileName(Match type)
    {
        var parameters = type.Groups["parameters"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim().Split(' ')[^1]);
        return string.Join('.', [type.Groups["name"].Value, .. parameters, "cs"]);
    }

    // At the beginning of a line, as namespaces have no braces.
    [GeneratedRegex(
        @"^(?:\w+ )*?(?:(?:class|struct|interface|enum|record(?: struct)?) |delegate [^(\n]* )(?<name>\w+)(?:<(?<parameters>[^>\n]*)>)?(?=[\s(:;{]|$)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TopLevelType();
}
