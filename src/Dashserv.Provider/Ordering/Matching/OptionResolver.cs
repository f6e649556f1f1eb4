using Dashserv.Api.Models;
using Dashserv.Api.Secrets;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>Answers every option of an order form: from the attribute that stands for it, from <c>options</c>, or as the form itself does.</summary>
internal sealed class OptionResolver(
    OrderForm form, OrderArguments arguments, IReadOnlyList<IReadOnlyList<string>> operatingSystems, OrderFields fields, Diagnostics diagnostics)
{
    /// <summary>A text that is not known, or not given, while only a price is asked for: forms refuse an empty one then, too.</summary>
    public const string Placeholder = "quote";

    private readonly Dictionary<string, Value<string>> _further =
        arguments.Options.Or(new Dictionary<string, Value<string>>()).Where(o => !o.Value.IsNull).ToDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, OrderArgument> _answers = new(StringComparer.Ordinal);

    public void Resolve()
    {
        CheckNames();
        FindAnswers();
        foreach (var option in form.Options)
        {
            var answer = _answers.GetValueOrDefault(option.Name);
            var isSaid = answer is { Value.IsNull: false };
            if (_further.TryGetValue(option.Name, out var value))
            {
                AddFurther(option, value, isSaid && !answer!.IsMadeUp ? answer : null);
            }
            else if (isSaid)
            {
                AddTyped(option, answer!);
            }
            else if (arguments.Options.IsUnknown)
            {
                fields.LeaveOpen();
            }
            else
            {
                AddDefault(option, answer);
            }
        }
    }

    private void CheckNames()
    {
        foreach (var name in _further.Keys.Where(name => form.Options.All(o => o.Name != name)))
        {
            if (arguments.IsForExisting)
            {
                LeavePriceOpen($"has no option \"{name}\" any more");
                continue;
            }

            diagnostics.Error(
                AttributePath.Of("options").Key(name), "No such option", $"The order form of {form.Name} has no option \"{name}\". It has: {Names()}.");
        }
    }

    private void FindAnswers()
    {
        List<OrderArgument> unasked = [];
        foreach (var argument in arguments.Typed)
        {
            if (OptionFinder.Find(form, argument) is { } option)
            {
                _answers.TryAdd(option.Name, argument);
            }
            else if (!argument.MayFallBack)
            {
                unasked.Add(argument);
            }
        }

        if (arguments.IsForExisting)
        {
            foreach (var argument in unasked.Where(a => !a.Value.IsNull))
            {
                LeavePriceOpen($"has no option that is known to mean {argument.Attribute}");
            }

            return;
        }

        // What a size is called may be for the user to say, and then has to be said: none is ordered by default.
        var mayBeSaid = form.HasPackages || arguments.Options.IsUnknown || _further.Keys.Any(name => !_answers.ContainsKey(name));
        foreach (var argument in unasked.Where(a => !a.Value.IsNull || (a.Kind == ArgumentType.Number && !mayBeSaid)))
        {
            var summary = argument.Value.IsNull ? $"{argument.Attribute} is needed" : $"{form.Name} has no {argument.Attribute}";
            var advice = argument.Value.IsNull ? "" : "; leave it out";
            diagnostics.Error(
                argument.Attribute,
                summary,
                $"The order form has no option that is known to mean {argument.Attribute}{advice}. It has: {Names()}. "
                + $"If one of these means it, set that one instead of {argument.Attribute}, by the form's own name: options = {{ NAME = \"…\" }}.");
        }
    }

    private void AddFurther(FormOption option, Value<string> value, OrderArgument? answer)
    {
        var path = AttributePath.Of("options").Key(option.Name);
        if (arguments.IsForExisting)
        {
            AddExisting(option, value, answer);
        }
        else if (answer is not null)
        {
            diagnostics.Error(path, "Set twice", $"The option \"{option.Name}\" is what the attribute {answer.Attribute} sets. Keep one of them.");
        }
        else if (value.IsUnknown)
        {
            AddUnknown(option);
        }
        else
        {
            Add(option, new OptionValue(option, path, $"options[\"{option.Name}\"]", diagnostics).Resolve(ArgumentType.Text, value.Known, []), isEntered: true);
        }
    }

    // What was ordered is in options, and what became of it since in the attribute.
    private void AddExisting(FormOption option, Value<string> value, OrderArgument? answer)
    {
        if ((answer?.Value ?? value).IsUnknown)
        {
            AddUnknown(option);
            return;
        }

        var now = answer is null ? null : Resolve(option, answer, new Diagnostics());
        var ordered = answer is { MayFallBack: false } || value.IsUnknown
            ? null
            : new OptionValue(option, AttributePath.Root, option.Name, new Diagnostics()).Resolve(ArgumentType.Text, value.Known, []);
        if ((now ?? ordered ?? (answer is null ? null : Fallback(option, answer))) is { } sent)
        {
            Add(option, sent, isEntered: now is null && ordered is not null);
        }
        else
        {
            LeavePriceOpen($"has no {option.Name} \"{(answer is null ? value : answer.Value)}\"");
        }
    }

    private void AddTyped(FormOption option, OrderArgument argument)
    {
        if (argument.Value.IsUnknown)
        {
            AddUnknown(option);
            return;
        }

        var value = Resolve(option, argument, argument.MayFallBack ? new Diagnostics() : diagnostics);
        Add(option, value ?? Fallback(option, argument));
    }

    private static string? Fallback(FormOption option, OrderArgument argument) => argument.MayFallBack ? OptionValue.Cheapest(option) : null;

    private string? Resolve(FormOption option, OrderArgument argument, Diagnostics problems) =>
        new OptionValue(option, AttributePath.Of(argument.Attribute), argument.Attribute, problems) { IsForExisting = arguments.IsForExisting }
            .Resolve(argument.Kind, argument.Value.Known, operatingSystems);

    // Free text carries no price: what a server will be called, say, need not be known for its quote.
    private void AddUnknown(FormOption option)
    {
        if (option.Kind == FormOptionKind.Text)
        {
            Add(option, Placeholder);
        }
        else
        {
            fields.LeaveOpen();
        }
    }

    // An operating system is not picked for a user who named none, unless there is only one; nor is a text made up.
    private void AddDefault(FormOption option, OrderArgument? answer)
    {
        var related = answer ?? arguments.Typed.FirstOrDefault(a => OptionFinder.IsAnswered(form, option, a));
        if (related is null && !arguments.IsForPrice && option is { Kind: FormOptionKind.Text, IsChangeable: true, IsVisible: true })
        {
            diagnostics.Error(
                "options", $"{option.Name} is needed",
                $"The order form of {form.Name} asks for a text. Add {option.Name} = \"…\" to options; if it shall be empty, {option.Name} = \"\".");
        }
        else if (answer is not null && arguments.IsForExisting && Fallback(option, answer) is { } cheapest)
        {
            Add(option, cheapest);
        }
        else if (answer is { Kind: not ArgumentType.Text } && option.IsChangeable && (option.Choices.Count > 1 || option.Kind == FormOptionKind.Number))
        {
            diagnostics.Error(
                answer.Attribute, $"{answer.Attribute} is needed",
                $"The order form of {form.Name} asks for it. {OptionProblem.Allowed(option)}{Besides(answer, option)}");
        }
        else
        {
            Add(option, Again(option, related) ?? OptionValue.Default(option) ?? (related is not null || arguments.IsForPrice ? Placeholder : ""));
        }
    }

    // A server that exists can be changed whatever its form asks by now: advice to change options would replace it.
    private void LeavePriceOpen(string because)
    {
        diagnostics.Warning(
            "quote",
            "The price is not known",
            $"The order form of {form.Name} {because}, so what the change will cost cannot be quoted. It is made all the same, unless "
                + "max_monthly_price is set.");
        fields.LeaveOpen();
    }

    // A form may ask for the same twice: for a name and a host name, or for an image and an operating system.
    private string? Again(FormOption option, OrderArgument? related) =>
        related is { Value.IsKnown: true } ? Resolve(option, related, new Diagnostics()) : null;

    // A form may offer what is no operating system, such as none.
    private static string Besides(OrderArgument answer, FormOption option) => answer.Kind == ArgumentType.OperatingSystem
        ? $" What of these is no operating system's name can be chosen as options = {{ {option.Name} = \"…\" }}."
        : "";

    private string Names() => OptionProblem.List(form.Options.Select(o => o.Name));

    // What is entered into options, where the form offers no choice, may be a password as well as a domain. Names of servers, which have attributes of their
    // own, are told.
    private void Add(FormOption option, string? value, bool isEntered = false) => fields.Add(
        option.Name, value, option.Kind != FormOptionKind.Text,
        isSecret: SecretNames.Match(option.Name) || (isEntered && option.Kind is FormOptionKind.Text or FormOptionKind.Other));
}
