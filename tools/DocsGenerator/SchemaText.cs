using System.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace DocsGenerator;

/// <summary>A schema as the registry's readers know it: required, optional, read-only, and the nested objects below.</summary>
internal static class SchemaText
{
    public static string Of(ISchema schema)
    {
        var (text, nested) = (new StringBuilder("\n## Schema\n"), new Queue<(string Path, IObjectTable Table)>());
        Groups(text, schema.Table, "", title => $"### {title}", nested);
        while (nested.TryDequeue(out var next))
        {
            text.Append($"\n<a id=\"{Anchor(next.Path)}\"></a>\n### Nested Schema for `{next.Path}`\n");
            Groups(text, next.Table, next.Path + ".", title => $"{title}:", nested);
        }

        return text.ToString();
    }

    private static void Groups(
        StringBuilder text, IObjectTable table, string prefix, Func<string, string> heading, Queue<(string Path, IObjectTable Table)> nested)
    {
        Group("Required", a => a.IsRequired);
        Group("Optional", a => a.IsOptional);
        Group("Read-Only", a => !a.IsRequired && !a.IsOptional);

        void Group(string title, Func<SchemaAttribute, bool> belongs)
        {
            var attributes = table.Attributes.Where(belongs).OrderBy(a => a.Name, StringComparer.Ordinal).ToList();
            if (attributes.Count == 0)
            {
                return;
            }

            text.Append($"\n{heading(title)}\n\n");
            foreach (var attribute in attributes)
            {
                text.Append(Line(attribute, prefix)).Append('\n');
                if (attribute.Nested is { } inner)
                {
                    nested.Enqueue((prefix + attribute.Name, inner));
                }
            }
        }
    }

    private static string Line(SchemaAttribute attribute, string prefix)
    {
        List<string> facts = [TypeText.Of(attribute)];
        AddIf(attribute.IsSensitive, "Sensitive");
        AddIf(attribute.IsWriteOnly, "Write-only");
        AddIf(attribute.Deprecation is not null, "Deprecated");
        string?[] parts =
        [
            $"- `{attribute.Name}` ({string.Join(", ", facts)})",
            attribute.Deprecation is { } instead ? $"**Deprecated:** {instead}" : null,
            attribute.Description,
            Default(attribute),
            attribute.Nested is null ? null : $"(see [below for nested schema](#{Anchor(prefix + attribute.Name)}))",
        ];
        return string.Join(' ', parts.Where(p => p is { Length: > 0 }));

        void AddIf(bool isSo, string fact)
        {
            if (isSo)
            {
                facts.Add(fact);
            }
        }
    }

    // Many descriptions say it themselves, beside what the default means.
    private static string? Default(SchemaAttribute attribute) =>
        attribute.DefaultValue is { } value && !attribute.Description.Contains("default", StringComparison.Ordinal)
            ? $"Defaults to `{(value is TfString s ? s.Text : value.ToString())}`."
            : null;

    private static string Anchor(string path) => "nestedatt--" + path.Replace(".", "--", StringComparison.Ordinal);
}
