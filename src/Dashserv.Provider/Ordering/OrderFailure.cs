using Dashserv.Api;
using Dashserv.Provider.Failures;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>An order that the API refused, told on the attribute that fed the refused field.</summary>
internal static class OrderFailure
{
    private const string Money = "Nothing was ordered, and nothing costs money.";

    public static ProblemException Explain(ApiException failure, OrderArguments arguments)
    {
        var told = FailureDiagnostics.Of(failure, $"The order of {arguments.Product} was refused", money: Money);
        return new ProblemException(told.Summary, told.Detail, failure.Field is { } field ? PathOf(field, arguments) : AttributePath.Root, failure);
    }

    private static AttributePath PathOf(string field, OrderArguments arguments)
    {
        var typed = arguments.Typed.FirstOrDefault(a => a.Aliases.Any(alias => LooseText.Same(alias, field)));
        return (typed, field) switch
        {
            ({ } argument, _) => AttributePath.Of(argument.Attribute),
            (_, OrderResolver.PeriodField) => AttributePath.Of("period"),
            (_, "location" or "package") => AttributePath.Of(field),
            _ when arguments.Options.IsKnown && arguments.Options.Known.ContainsKey(field) => AttributePath.Of("options").Key(field),
            _ => AttributePath.Of("options"),
        };
    }
}
