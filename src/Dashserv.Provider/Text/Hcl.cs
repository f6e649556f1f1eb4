using System.Globalization;
using System.Text;

namespace Dashserv.Provider.Text;

/// <summary>What is printed to be copied into a configuration.</summary>
internal static class Hcl
{
    /// <summary>A block that imports something.</summary>
    public static string ImportBlock(string resourceType, string id) => $"import {{\n  to = {resourceType}.NAME\n  id = {Quote(id)}\n}}";

    /// <summary>A text as a literal that is that text, and nothing else: it ends where it ends, and nothing in it is evaluated.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '\\' => "\\\\",
                '"' => "\\\"",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => $"{text[i]}{text[i]}",
                var letter when char.IsControl(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                var letter => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
