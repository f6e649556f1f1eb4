using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>An order that the API refused, told on the attribute that fed the refused field.</summary>
internal static class OrderFailure
{
    private const string Money = "Nothing was ordered, and nothing costs money.";
    private const int MaxTitle = 60;

    public static ProblemException Explain(ApiException failure, OrderArguments arguments)
    {
        var words = FailureDiagnostics.Words(failure, Money, isBegun: false);
        var path = failure.Field is { } field ? PathOf(field, arguments) : AttributePath.Root;
        return new ProblemException($"The order of {arguments.Product} was refused", $"{words}{Hint(path, failure.Field)}", path, failure);
    }

    // An option that no attribute stands for, and that the user said nothing of.
    private static string Hint(AttributePath path, string? field) => path.Equals(AttributePath.Of("options"))
        ? $"\n\nTo say what {field} shall be, add it to options: options = {{ {field} = \"…\" }}. The data source dashserv_order_form shows what the form asks for."
        : "";

    /// <summary>An order that was not sent, as what there is before it could not be listed.</summary>
    public static ProblemException Blind(ApiException failure, string category) => ProblemException.Of(
        failure,
        "The order was not sent",
        attribute: null,
        $"{Money} What there is of \"{category}\" is listed before an order, so that the order can be found again should its answer be lost.");

    /// <summary>An order that was answered, as a success, with a word that is no order's id.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="search">What was found, or not, of a product that might be the order's.</param>
    public static ProblemException Uncertain(ApiException answer, ProblemException search) => new(
        $"The order was answered with \"{(answer.Word is { Length: > MaxTitle } word ? $"{word[..MaxTitle]}…" : answer.Word)}\"",
        "That is neither an order's id nor a refusal that the API documents. By the word, see whether it is one, and what to do about it; the customer panel shows orders, invoices and the account's balance.\n\n"
        + search.Diagnostic.Detail,
        inner: answer);

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
