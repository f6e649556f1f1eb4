using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>What is said of an order that cannot be placed, on the attribute that is to blame.</summary>
internal static class OrderWords
{
    /// <summary>What there is after an order that was surely not placed.</summary>
    public const string Money = "Nothing was ordered, and nothing costs money.";

    /// <summary>The same where time was up, or Ctrl-C was pressed.</summary>
    public const string Stopped = $"{Money} Apply again, or allow more time with timeouts.";

    /// <summary>How to plan without asking.</summary>
    public const string PlanWithout = "To plan without the API, set plan_checks = false in the provider block, or DASHSERV_PLAN_CHECKS=false.";

    private const string PlanReadOnly =
        "To plan with a token that may only read, set plan_checks = false in the provider block, or DASHSERV_PLAN_CHECKS=false: the plan then shows no price.";

    private const string Sold =
        "dashserv sells \"vserver:configure\", \"vserver\", \"webhosting\", and dedicated servers as \"dedicated-server:MODEL\", with a model's uuid.";

    /// <summary>A plan that asks the API in vain.</summary>
    public static FailureWords NotPlanned(string noun) => new($"Could not plan the {noun}", "Nothing was done.") { WayOut = PlanWithout };

    /// <summary>What has to be known before an order, and is not.</summary>
    /// <param name="summary">What that is.</param>
    /// <param name="attribute">What it was looked up for.</param>
    /// <param name="wayOut">How to do without it, where one can.</param>
    public static FailureWords NotKnown(string summary, string attribute, string? wayOut) =>
        new FailureWords(summary, "Nothing was ordered.") { WayOut = wayOut }.On(attribute);

    public static FailureWords NoForm(ApiException failure, string product, string attribute, string? wayOut) => failure.Kind switch
    {
        ApiErrorKind.Gone => new FailureWords("No such product", $"The API has no order form for \"{product}\". Nothing was ordered. {Sold}").On(attribute),

        // The API may have other words for a name that it does not know.
        ApiErrorKind.Rejected or ApiErrorKind.InvalidRoute => NotKnown(
            $"The order form of {product} can't be had", attribute,
            string.Join(" ", new[] { $"If \"{product}\" is mistyped: {Sold}", wayOut }.OfType<string>())),
        _ => NotKnown($"The order form of {product} can't be had", attribute, wayOut),
    };

    public static FailureWords NoQuote(ApiException failure, OrderArguments arguments, string? wayOut) => NotKnown(
        $"No quote for {arguments.Product} can be had", arguments.ProductAttribute,
        failure.Kind == ApiErrorKind.Forbidden && wayOut is not null ? PlanReadOnly : wayOut);

    /// <summary>An order that was not placed, for a reason that has nothing to do with what was ordered.</summary>
    public static FailureWords Refused(OrderArguments arguments) => new($"The order of {arguments.Product} was refused", Money);

    /// <summary>An order that the API refused, on the attribute that fed the refused field.</summary>
    public static FailureWords Refused(ApiException failure, OrderArguments arguments)
    {
        var path = failure.Field is { } field ? PathOf(field, arguments) : AttributePath.Root;

        // An option that no attribute stands for, and that the user said nothing of.
        var hint = path.Equals(AttributePath.Of("options"))
            ? $"To say what {failure.Field} shall be, add it to options: options = {{ {failure.Field} = \"…\" }}. The data source dashserv_order_form shows "
                + "what the form asks for."
            : null;
        return Refused(arguments) with { Path = path, Hint = hint };
    }

    /// <summary>What there was before an order could not be listed.</summary>
    public static FailureWords NotListed(string category) => new(
        "The order was not sent",
        $"{Money} What there is of \"{category}\" is listed before an order, so that the order can be found again should its answer be lost.");

    /// <summary>An order that was not sent, for any other reason.</summary>
    public static FailureWords NotPlaced { get; } =
        new("The order was not placed", Money) { WhenStopped = Stopped };

    private static AttributePath PathOf(string field, OrderArguments arguments) =>
        (arguments.Typed.FirstOrDefault(a => a.Aliases.Any(alias => LooseText.Same(alias, field))), field) switch
        {
            _ when arguments.Options.IsKnown && arguments.Options.Known.ContainsKey(field) => AttributePath.Of("options").Key(field),
            ({ Value.IsNull: false } argument, _) => AttributePath.Of(argument.Attribute),
            (_, OrderResolver.PeriodField) => AttributePath.Of("period"),
            (_, "location" or "package") => AttributePath.Of(field),
            ({ } argument, _) => AttributePath.Of(argument.Attribute),
            _ => AttributePath.Of("options"),
        };
}
