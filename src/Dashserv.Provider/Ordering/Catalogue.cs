using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;

namespace Dashserv.Provider.Ordering;

/// <summary>What can be ordered and at what price: one form per product and one quote per distinctly priced order are asked for per process.</summary>
internal sealed class Catalogue(Session session)
{
    private readonly AsyncCache<string, OrderForm> _forms = new();
    private readonly AsyncCache<string, Quote> _quotes = new();
    private readonly AsyncCache<string, List<VserverImage>> _images = new();

    private readonly AsyncCache<string, List<Template>> _templates = new();
    private readonly AsyncCache<string, List<DedicatedServerModel>> _models = new();

    public Task<OrderForm> FormAsync(string product, CancellationToken cancellation) =>
        _forms.GetAsync(product, () => session.Client.Orders.GetFormAsync(product, CancellationToken.None), cancellation);

    public Task<Quote> QuoteAsync(OrderRequest request, CancellationToken cancellation) =>
        _quotes.GetAsync(request.PriceKey, () => session.Client.Orders.QuoteAsync(request.Product, request.Fields, CancellationToken.None), cancellation);

    public Task<List<VserverImage>> VserverImagesAsync(CancellationToken cancellation) =>
        _images.GetAsync("vserver", () => session.Client.Vservers.ImagesAsync(CancellationToken.None), cancellation);

    public Task<List<Template>> TemplatesAsync(CancellationToken cancellation) =>
        _templates.GetAsync("dedicated-server", () => session.Client.DedicatedServers.TemplatesAsync(CancellationToken.None), cancellation);

    public Task<List<DedicatedServerModel>> ModelsAsync(CancellationToken cancellation) =>
        _models.GetAsync("dedicated-server", () => session.Client.DedicatedServers.ModelsAsync(CancellationToken.None), cancellation);
}
