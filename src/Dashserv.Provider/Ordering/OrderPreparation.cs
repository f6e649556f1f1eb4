using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>From what a user wants to a checked order and its price: the live form, the resolution, the quote, the limit.</summary>
internal sealed class OrderPreparation(Session session, Diagnostics diagnostics, CancellationToken cancellationToken)
{
    private const string Sold = "dashserv sells \"vserver:configure\", \"vserver\", \"webhosting\", and dedicated servers as \"dedicated-server:MODEL\", with a model's uuid.";

    /// <summary>How to do without the form and the quote, where one can.</summary>
    public string? WayOut { get; init; }

    /// <summary>What a product can be ordered with, now.</summary>
    /// <param name="product">The form's name.</param>
    /// <param name="attribute">The attribute that says so.</param>
    public async Task<OrderForm> FormAsync(string product, string attribute = "product")
    {
        try
        {
            return await session.Catalogue.FormAsync(product, cancellationToken);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw new ProblemException(
                "No such product",
                $"The API has no order form for \"{product}\" ({e.Message}). Nothing was ordered. {Sold}",
                AttributePath.Of(attribute),
                e);
        }
        catch (ApiException e)
        {
            // The API may have other words for a name that it does not know.
            var mistyped = e.Kind is ApiErrorKind.Rejected or ApiErrorKind.InvalidRoute ? $"If \"{product}\" is mistyped: {Sold}" : null;
            var told = string.Join(" ", new[] { mistyped, WayOut }.OfType<string>());
            throw LookupFailure.Explain(e, $"The order form of {product} can't be had", attribute, told.Length == 0 ? null : told);
        }
    }

    /// <summary>The order as the live form takes it; null where something is wrong (see the diagnostics) or not known yet.</summary>
    public async Task<OrderRequest?> ResolveAsync(OrderArguments arguments)
    {
        var form = await FormAsync(arguments.Product, arguments.ProductAttribute);
        var system = arguments.Typed.FirstOrDefault(a => a is { Kind: ArgumentType.OperatingSystem, Value.IsKnown: true });
        return new OrderResolver(form, arguments, system is null ? [] : await NamesAsync(arguments.Product, system.Attribute), diagnostics).Resolve();
    }

    /// <summary>What an order costs.</summary>
    public async Task<QuoteModel> QuoteAsync(OrderRequest request, OrderArguments arguments)
    {
        try
        {
            var quote = await session.Catalogue.QuoteAsync(request, cancellationToken);
            return QuoteModel.Of(quote, await MonthsAsync(request, quote));
        }
        catch (ApiException e) when (e.Kind is ApiErrorKind.InvalidField or ApiErrorKind.Rejected)
        {
            throw OrderFailure.Explain(e, arguments);
        }
        catch (ApiException e)
        {
            throw LookupFailure.Explain(e, $"No quote for {arguments.Product} can be had", arguments.ProductAttribute, LookupFailure.WithoutQuote(e, WayOut));
        }
    }

    private async Task<decimal> MonthsAsync(OrderRequest request, Quote quote) =>
        MonthlyShare.Yardstick(request, await session.Catalogue.FormAsync(request.Product, cancellationToken)) is { } month
            ? MonthlyShare.MonthsIn(quote.Price.Gross, (await session.Catalogue.QuoteAsync(month, cancellationToken)).Price.Gross, request.Period!.PriceMultiplier)
            : 1;

    /// <summary>What operating systems are called, besides what the form calls them.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> NamesAsync(string product, string attribute)
    {
        try
        {
            return product.StartsWith("dedicated-server", StringComparison.Ordinal)
                ? [.. (await session.Catalogue.TemplatesAsync(cancellationToken)).Select(t => new[] { t.Id, t.Name })]
                : [.. (await session.Catalogue.VserverImagesAsync(cancellationToken)).Select(i => new[] { i.Name, i.DisplayName }.OfType<string>().ToList())];
        }
        catch (ApiException e)
        {
            throw LookupFailure.Explain(e, $"The names of operating systems for {product} can't be had", attribute, WayOut);
        }
    }
}
