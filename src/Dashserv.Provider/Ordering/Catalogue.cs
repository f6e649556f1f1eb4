using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Ordering;

/// <summary>
/// What can be ordered and at what price: one form per product and one quote per distinctly priced order are asked for per
/// process, but for one whose orders take so long that the price may be another by then.
/// </summary>
internal sealed class Catalogue(ApiAccess access)
{
    private static readonly TimeSpan QuoteLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly AsyncCache<string, OrderForm> _forms = new(access.Time, Life);
    private readonly AsyncCache<string, Quote> _quotes = new(access.Time, QuoteLife);
    private readonly AsyncCache<string, List<VserverImage>> _images = new(access.Time, Life);
    private readonly AsyncCache<string, List<Template>> _templates = new(access.Time, Life);
    private readonly AsyncCache<string, List<MarketplaceModel>> _models = new(access.Time, Life);

    public Task<OrderForm> FormAsync(string product, CancellationToken cancellationToken) =>
        _forms.GetAsync(product, () => access.Client.Orders.GetFormAsync(product, CancellationToken.None), cancellationToken);

    public Task<Quote> QuoteAsync(OrderRequest request, CancellationToken cancellationToken) =>
        _quotes.GetAsync(request.PriceKey, () => access.Client.Orders.QuoteAsync(request.Product, request.Fields, CancellationToken.None), cancellationToken);

    public Task<List<VserverImage>> VserverImagesAsync(CancellationToken cancellationToken) =>
        _images.GetAsync("vserver", () => access.Client.Vservers.ImagesAsync(CancellationToken.None), cancellationToken);

    public Task<List<Template>> TemplatesAsync(CancellationToken cancellationToken) =>
        _templates.GetAsync("dedicated-server", () => access.Client.DedicatedServers.TemplatesAsync(CancellationToken.None), cancellationToken);

    public Task<List<MarketplaceModel>> ModelsAsync(CancellationToken cancellationToken) =>
        _models.GetAsync("dedicated-server", () => access.Client.DedicatedServers.ModelsAsync(CancellationToken.None), cancellationToken);
}
