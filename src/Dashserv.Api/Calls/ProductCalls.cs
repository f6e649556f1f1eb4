using Dashserv.Api.Json;
using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>What every product has (API reference, Modularity). <c>product</c> is the bare kind, such as <c>vserver</c>, <c>dedicated-server</c> or
/// <c>webhosting</c>.</summary>
public sealed class ProductCalls
{
    private readonly ApiConnection _api;

    internal ProductCalls(ApiConnection api) => _api = api;

    /// <summary>The ids of all products of a kind, also of those of which nothing else can be read.</summary>
    public Task<List<string>> IdsAsync(string product, CancellationToken cancellationToken) => _api.ReadAsync(
        ApiCall.Get("product", product), static data => data.ReadableList(static item => item["uuid"].RequiredId()), cancellationToken);

    /// <summary>All products of a kind that can be read.</summary>
    public Task<List<Product>> ListAsync(string product, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", product), static data => data.ReadableList(Product.Read), cancellationToken);

    /// <summary>One product.</summary>
    public Task<Product> GetAsync(string product, string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", product, uuid), Requested.Read(uuid, Product.Read, static answer => answer.Uuid), cancellationToken);

    /// <summary>One product's power state.</summary>
    public Task<ProductStatus> StatusAsync(string product, string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", product, uuid, "status") with { IsLogged = true }, ProductStatus.Read, cancellationToken);

    /// <summary>Carries a power action out, such as <c>start</c>.</summary>
    /// <returns>The uuid of the task that does it, where there is one.</returns>
    public Task<string?> ActionAsync(string product, string uuid, string action, CancellationToken cancellationToken) =>
        _api.PowerAsync(ApiCall.Post("product", product, uuid, "actions", action), cancellationToken);

    /// <summary>Deletes a product at once and ends its billing; resellers only (API reference, Terminate product).</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Gone"/> if there was none to begin with.</exception>
    public Task TerminateAsync(string product, string uuid, CancellationToken cancellationToken) =>
        _api.ActAsync(ApiCall.Delete("product", product, uuid) with { IsTermination = true }, "product_terminate_success", cancellationToken);
}
