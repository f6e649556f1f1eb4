using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Api.Secrets;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>From a user's word to what the form sends for one option; a word that does not fit becomes a diagnostic that says what does.</summary>
internal sealed class OptionValue(FormOption option, AttributePath path, string attribute, Diagnostics diagnostics)
{
    /// <summary>Whether it is of a server that exists: a change of its <c>options</c> would replace it, and must not be advised.</summary>
    public bool IsForExisting { get; init; }

    public string? Resolve(ArgumentType kind, string word, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var value = option.Kind switch
        {
            FormOptionKind.Select => ResolveChoice(kind, word, synonyms),
            FormOptionKind.Number => ResolveNumber(word, kind == ArgumentType.Number ? Quantity.Units(option.Suffix) : Quantity.Units(null)),
            _ => word,
        };
        if (value is not null && !option.IsChangeable && Default(option) is { } only && only != value)
        {
            return Refuse($"This product's {option.Name} can't be changed. {OptionProblem.Allowed(option)} Leave {attribute} out.");
        }

        return value;
    }

    /// <summary>What is sent for an option that the user says nothing of; null where only the user can say.</summary>
    public static string? Default(FormOption option) => option.Kind switch
    {
        FormOptionKind.Select => option.Choices.Count > 0 ? option.Choices[0].Value : "",
        FormOptionKind.Number => (option.Min ?? 0).ToString("0.#########", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>What is sent in place of a choice that the form has not: nobody wants to pay for what is not used.</summary>
    public static string? Cheapest(FormOption option) =>
        option.Kind == FormOptionKind.Select ? option.Choices.MinBy(c => c.Cost + c.Setup)?.Value ?? "" : Default(option);

    private string? ResolveChoice(ArgumentType kind, string word, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var found = ChoiceFinder.Find(option, kind, word, synonyms);
        return found.Count switch
        {
            1 => found[0].Value,
            0 => Refuse(
                $"The order form's {option.Name} has no choice {Told(word)}. {OptionProblem.Allowed(option, synonyms)}{ByText(kind, isAmbiguous: false)}"),
            _ => Refuse(
                $"{Told(word)} could mean any of "
                    + $"{OptionProblem.List(found.Select(ChoiceFinder.FullName))}."
                    + $"{(kind == ArgumentType.Number ? "" : " Write one of them in full.")}{ByText(kind, isAmbiguous: true)}"),
        };
    }

    // Where the choices do not say how much they are, or two say the same, no word of the attribute's finds them.
    private string ByText(ArgumentType kind, bool isAmbiguous) =>
        !IsForExisting && kind != ArgumentType.Text
            && (isAmbiguous || (kind == ArgumentType.Number && option.Choices.Any(c => Quantity.Read(c.Display).Count == 0)))
            ? $" To order one of them by its text, leave {attribute} out and set options = {{ {option.Name} = \"…\" }}."
            : "";

    // An attribute counts in GB, a form perhaps in MB: that shows by its suffix.
    private string? ResolveNumber(string word, IReadOnlyList<decimal> units)
    {
        if (!decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wanted))
        {
            return Refuse($"{Told(word)} is not a number. {OptionProblem.Allowed(option)}");
        }

        var fitting = units.Select(unit => wanted / unit).Where(Fits).Take(1).ToArray();
        return fitting.Length > 0
            ? fitting[0].ToString("0.#########", CultureInfo.InvariantCulture)
            : Refuse($"The order form's {option.Name} can't be {(SecretNames.Match(option.Name) ? "that" : word)}. {OptionProblem.Allowed(option)}");
    }

    private bool Fits(decimal number)
    {
        var offset = number - (option.Min ?? 0);
        return offset >= 0 && number <= (option.Max ?? number) && (option.Step is not { } step || step <= 0 || offset % step == 0);
    }

    // As for all values: Terraform does not say whether it comes of a sensitive one.
    private string Told(string word) => SecretNames.Match(option.Name) ? "what is written here" : $"\"{word}\"";

    private string? Refuse(string problem)
    {
        diagnostics.Error(path, $"Invalid value for {attribute}", problem);
        return null;
    }
}
