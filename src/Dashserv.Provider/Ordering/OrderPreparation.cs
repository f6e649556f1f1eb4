using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>From what a user wants to a checked order and its price: the live form, the resolution, the quote, the limit.</summary>
internal sealed class OrderPreparation(Catalogue catalogue, Diagnostics diagnostics, CancellationToken cancellationToken)
{
    /// <summary>How to do without the form and the quote, where one can.</summary>
    public string? WayOut { get; init; }

    /// <summary>What a product can be ordered with, now.</summary>
    /// <param name="product">The form's name.</param>
    /// <param name="attribute">The attribute that says so.</param>
    public Task<OrderForm> FormAsync(string product, string attribute = "product") =>
        FailureTranslator.ReadAsync(failure => OrderWords.NoForm(failure, product, attribute, WayOut), () => catalogue.FormAsync(product, cancellationToken));

    /// <summary>The order as the live form takes it; null where something is wrong (see the diagnostics) or not known yet.</summary>
    public async Task<OrderRequest?> ResolveAsync(OrderArguments arguments)
    {
        var form = await FormAsync(arguments.Product, arguments.ProductAttribute);
        var system = arguments.Typed.FirstOrDefault(a => a is { Kind: ArgumentType.OperatingSystem, Value.IsKnown: true });
        return new OrderResolver(form, arguments, system is null ? [] : await NamesAsync(arguments.Product, system.Attribute), diagnostics).Resolve();
    }

    /// <summary>What an order costs.</summary>
    public Task<QuoteModel> QuoteAsync(OrderRequest request, OrderArguments arguments) => FailureTranslator.ReadAsync(
        failure =>
            failure.Kind is ApiErrorKind.InvalidField or ApiErrorKind.Rejected
                ? OrderWords.Refused(failure, arguments)
                : OrderWords.NoQuote(failure, arguments, WayOut),
        async () =>
        {
            var quote = await catalogue.QuoteAsync(request, cancellationToken);
            PriceLimit.Refuse(quote, arguments);
            var model = QuoteModel.Of(quote, await MonthsAsync(request, quote), request.Period?.PriceMultiplier ?? 1);
            model.DueTodayGross = arguments.IsForExisting ? default : model.DueTodayGross;
            return model;
        });

    private async Task<decimal> MonthsAsync(OrderRequest request, Quote quote) =>
        MonthlyShare.Yardstick(request, await catalogue.FormAsync(request.Product, cancellationToken)) is { } month
            ? MonthlyShare.MonthsIn(quote.Price.Gross, (await catalogue.QuoteAsync(month, cancellationToken)).Price.Gross, request.Period!.PriceMultiplier)
            : 1;

    /// <summary>What operating systems are called, besides what the form calls them.</summary>
    private Task<IReadOnlyList<IReadOnlyList<string>>> NamesAsync(string product, string attribute) =>
        FailureTranslator.ReadAsync<IReadOnlyList<IReadOnlyList<string>>>(
        _ => OrderWords.NotKnown($"The names of operating systems for {product} can't be had", attribute, WayOut),
        async () => product.StartsWith("dedicated-server", StringComparison.Ordinal)
            ? [.. (await catalogue.TemplatesAsync(cancellationToken)).Select(t => new[] { t.Id, t.Name })]
            : [.. (await catalogue.VserverImagesAsync(cancellationToken)).Select(i => new[] { i.Name, i.DisplayName }.OfType<string>().ToList())]);
}
