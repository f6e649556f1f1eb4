using Dashserv.Api.Models;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>Finds the option of a form that an attribute answers: by name, and by whether it can take what the attribute says.</summary>
internal static class OptionFinder
{
    /// <summary>Of <c>cpu</c>, a choice of processors, and <c>cores</c>, a number, it is the latter that takes a number of cores. Null: no option that can is
    /// called so.</summary>
    public static FormOption? Find(OrderForm form, ArgumentType kind, IReadOnlyList<string> names)
    {
        var fitting = names.SelectMany(name => form.Options.Where(o => LooseText.Same(o.Name, name))).Where(o => CanTake(o, kind)).ToList();
        return fitting.Find(o => o.IsChangeable) ?? fitting.FirstOrDefault();
    }

    public static FormOption? Find(OrderForm form, OrderArgument argument) => Find(form, argument.Kind, argument.Aliases);

    /// <summary>Whether an option is what an attribute answers, or asks for the same once more, as a form may for a name and a host name.</summary>
    public static bool IsAnswered(OrderForm form, FormOption option, OrderArgument argument) =>
        Find(form, argument)?.Name == option.Name
            || (argument.Kind != ArgumentType.Number && argument.Aliases.Any(alias => LooseText.Same(alias, option.Name)));

    private static bool CanTake(FormOption option, ArgumentType kind) => (kind, option.Kind) switch
    {
        (ArgumentType.Number, FormOptionKind.Select) => ChoiceFinder.TellsQuantities(option),
        (ArgumentType.Number, var other) => other == FormOptionKind.Number,
        (ArgumentType.Text, var other) => other is FormOptionKind.Text or FormOptionKind.Other,
        _ => true,
    };
}
