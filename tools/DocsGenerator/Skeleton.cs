using System.Text;

namespace DocsGenerator;

/// <summary>The page of something that has none yet: all that can be known without an author.</summary>
internal static class Skeleton
{
    public static string Of(Subject subject, string root)
    {
        var summary = subject.Schema.Description.ReplaceLineEndings(" ");
        var text = new StringBuilder(
            $"""
            ---
            page_title: "{subject.Type} {subject.Kind.Word}"
            description: |-
              {summary}
            ---

            # {subject.Type} ({subject.Kind.Word})

            {summary}

            ## Example Usage

            {PageText.ExampleBegin($"{subject.ExampleFolder}/{subject.Kind.Example}")}
            {PageText.ExampleEnd}

            {PageText.SchemaBegin}
            {PageText.SchemaEnd}

            """.ReplaceLineEndings("\n"));
        if (File.Exists(Path.Combine(root, subject.ExampleFolder, "import.sh")))
        {
            text.Append($"\n## Import\n\n{Example("import.sh")}");
        }

        return text.ToString();

        string Example(string file) => $"{PageText.ExampleBegin($"{subject.ExampleFolder}/{file}")}\n{PageText.ExampleEnd}\n";
    }
}
