using Dashserv.Api.Models;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>
/// Turns what a user wants into what the live order form sends: every option, also hidden and unchangeable ones. Whatever
/// does not fit becomes a diagnostic on the attribute, with what the form allows.
/// </summary>
internal sealed class OrderResolver(OrderForm form, OrderArguments arguments, IReadOnlyList<IReadOnlyList<string>> operatingSystems, Diagnostics diagnostics)
{
    /// <summary>What an order sends the period as.</summary>
    public const string PeriodField = "interval";

    /// <summary>A text that is not known, or not given, while only a price is asked for: forms refuse an empty one then, too.</summary>
    private const string Placeholder = "quote";

    private readonly List<OrderField> _fields = [];
    private readonly List<string> _priced = [];
    private bool _isComplete = true;

    /// <summary>The order; null where something is wrong (see the diagnostics) or only known after apply.</summary>
    public OrderRequest? Resolve()
    {
        var errorsBefore = diagnostics.Count(d => d.Severity == Severity.Error);
        if (!form.IsAvailable && !arguments.IsForExisting)
        {
            diagnostics.Error(arguments.ProductAttribute, "The product cannot be ordered now", $"dashserv's order form says that {form.DisplayName ?? form.Name} is not available at present.");
        }

        AddPackage();
        AddOptions();
        var finder = new PlaceAndPeriod(form, arguments.IsForExisting, diagnostics);
        var (location, period) = (finder.FindLocation(arguments.Location), finder.FindPeriod(arguments.Period));
        Add("location", location?.Uuid, isUnknown: location is null);
        if (form.Periods.Count > 0)
        {
            Add(PeriodField, period?.Uuid, arguments.Period.IsUnknown);
        }

        var isWrong = diagnostics.Count(d => d.Severity == Severity.Error) > errorsBefore;
        return isWrong || !_isComplete ? null : new OrderRequest(arguments.Product, _fields, $"{arguments.Product}?{string.Join('&', _priced)}", period);
    }

    /// <summary>A field's part in the price key.</summary>
    public static string PriceOf(string key, string value) => $"{Uri.EscapeDataString(key)}={Uri.EscapeDataString(value)}";

    private void AddPackage()
    {
        if (!form.HasPackages)
        {
            if (arguments.Package.IsKnown)
            {
                diagnostics.Error("package", "No packages", $"{form.Name} is not sold in packages. Leave package out and set cores, ram and disk, or order product \"vserver\".");
            }

            return;
        }

        if (arguments.Package.IsNull)
        {
            diagnostics.Error("package", "A package is needed", $"{form.Name} is sold in packages. Allowed: {OptionProblem.List(form.Packages.Select(p => p.Name))}.");
            return;
        }

        var found = arguments.Package.IsKnown ? Matches.Find(form.Packages, arguments.Package.Known, p => [p.Name]) : [];
        if (arguments.Package.IsKnown && found.Count != 1)
        {
            diagnostics.Error(
                "package", "No such package", $"{form.Name} has no package \"{arguments.Package.Known}\". Allowed: {OptionProblem.List(form.Packages.Select(p => p.Name))}.");
            return;
        }

        Add("package", found.Count == 1 ? found[0].Name : null, arguments.Package.IsUnknown);
    }

    private void AddOptions()
    {
        var typed = TypedByOption();
        var further = arguments.Options.Or(new Dictionary<string, Value<string>>());
        foreach (var name in further.Keys.Where(name => form.Options.All(o => o.Name != name)))
        {
            diagnostics.Error(
                AttributePath.Of("options").Key(name), "No such option", $"The order form of {form.Name} has no option \"{name}\". It has: {OptionProblem.List(form.Options.Select(o => o.Name))}.");
        }

        foreach (var option in form.Options)
        {
            var isTyped = typed.TryGetValue(option.Name, out var argument);
            if (further.TryGetValue(option.Name, out var value))
            {
                var path = AttributePath.Of("options").Key(option.Name);
                if (isTyped && !argument!.IsMadeUp)
                {
                    diagnostics.Error(path, "Set twice", $"The option \"{option.Name}\" is what the attribute {argument.Attribute} sets. Keep one of them.");
                    continue;
                }

                AddOption(option, value, ArgumentKind.Text, path, $"options[\"{option.Name}\"]");
            }
            else if (isTyped)
            {
                AddTyped(option, argument!);
            }
            else if (arguments.Options.IsUnknown)
            {
                _isComplete = false;
            }
            else
            {
                AddDefault(option);
            }
        }
    }

    private Dictionary<string, OrderArgument> TypedByOption()
    {
        var typed = new Dictionary<string, OrderArgument>(StringComparer.Ordinal);
        foreach (var argument in arguments.Typed.Where(a => !a.Value.IsNull))
        {
            var option = argument.Aliases.Select(alias => form.Options.FirstOrDefault(o => LooseText.Same(o.Name, alias))).FirstOrDefault(o => o is not null);
            if (option is not null)
            {
                typed[option.Name] = argument;
            }
            else if (!argument.MayFallBack)
            {
                diagnostics.Error(
                    argument.Attribute,
                    $"{form.Name} has no {argument.Attribute}",
                    $"The order form has no option for {argument.Attribute}; leave it out. It has: {OptionProblem.List(form.Options.Select(o => o.Name))}.");
            }
        }

        return typed;
    }

    private void AddTyped(FormOption option, OrderArgument argument)
    {
        var problems = argument.MayFallBack ? new Diagnostics() : diagnostics;
        var path = AttributePath.Of(argument.Attribute);
        if (!argument.Value.IsKnown)
        {
            AddUnknown(option);
            return;
        }

        var value = new OptionValue(option, path, argument.Attribute, problems).Resolve(argument.Kind, argument.Value.Known, operatingSystems);
        Add(option.Name, value ?? (argument.MayFallBack ? OptionValue.Cheapest(option) : null), isUnknown: false, option.Kind != FormOptionKind.Text);
    }

    private void AddOption(FormOption option, Value<string> value, ArgumentKind kind, AttributePath path, string attribute)
    {
        if (value.IsNull)
        {
            AddDefault(option);
            return;
        }

        if (value.IsUnknown)
        {
            AddUnknown(option);
            return;
        }

        var resolved = new OptionValue(option, path, attribute, diagnostics).Resolve(kind, value.Known, []);
        Add(option.Name, resolved, isUnknown: false, option.Kind != FormOptionKind.Text);
    }

    // Free text carries no price: what a server will be called, say, need not be known for its quote.
    private void AddUnknown(FormOption option)
    {
        var isText = option.Kind == FormOptionKind.Text;
        Add(option.Name, isText ? Placeholder : null, isUnknown: !isText, isPriced: false);
    }

    // An operating system is not picked for a user who named none, unless there is only one; nor is a text made up.
    private void AddDefault(FormOption option)
    {
        var typed = arguments.Typed.FirstOrDefault(a => a.Aliases.Any(alias => LooseText.Same(alias, option.Name)));
        if (typed is null && !arguments.IsForPrice && option is { Kind: FormOptionKind.Text, IsChangeable: true, IsVisible: true })
        {
            diagnostics.Error(
                "options", $"{option.Name} is needed", $"The order form of {form.Name} asks for a text. Add {option.Name} = \"…\" to options; if it shall be empty, {option.Name} = \"\".");
            return;
        }

        var attribute = typed is { Kind: not ArgumentKind.Text } ? typed.Attribute : null;
        if (attribute is not null && option.IsChangeable && (option.Choices.Count > 1 || option.Kind == FormOptionKind.Number))
        {
            diagnostics.Error(attribute, $"{attribute} is needed", $"The order form of {form.Name} asks for it. {OptionProblem.Allowed(option)}{Besides(typed, option)}");
            return;
        }

        Add(option.Name, OptionValue.Default(option) ?? Text(typed), isUnknown: false, option.Kind != FormOptionKind.Text);
    }

    // A form may ask for a name twice, as name and as hostname, say.
    private string Text(OrderArgument? typed) => typed is { Value.IsKnown: true } ? typed.Value.Known : typed is not null || arguments.IsForPrice ? Placeholder : "";

    // A form may offer what is no operating system, such as none.
    private static string Besides(OrderArgument? typed, FormOption option) => typed is { Kind: ArgumentKind.OperatingSystem }
        ? $" What of these is no operating system's name can be chosen as options = {{ {option.Name} = \"…\" }}."
        : "";

    private void Add(string key, string? value, bool isUnknown, bool isPriced = true)
    {
        _isComplete &= !isUnknown;
        if (value is null)
        {
            return;
        }

        _fields.Add(new OrderField(key, value));
        if (isPriced)
        {
            _priced.Add(PriceOf(key, value));
        }
    }
}
