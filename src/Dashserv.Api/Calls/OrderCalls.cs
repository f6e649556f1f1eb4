using Dashserv.Api.Json;
using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>Order forms, quotes and orders (API reference, Order). <c>name</c> is a product's name such as <c>vserver:configure</c>.</summary>
public sealed class OrderCalls
{
    private readonly ApiConnection _api;

    internal OrderCalls(ApiConnection api) => _api = api;

    /// <summary>What the product can be ordered with, now.</summary>
    public Task<OrderForm> GetFormAsync(string name, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("manage", "product", name) with { IsLogged = true }, OrderForm.Read, cancellationToken);

    /// <summary>What an order would cost. Orders nothing, so it is repeated like a read.</summary>
    public Task<Quote> QuoteAsync(string name, IReadOnlyList<OrderField> fields, CancellationToken cancellationToken)
    {
        var call = Order(name, fields) with { Effect = CallEffect.None };
        return _api.ReadAsync(call.With("calculate", "true"), Quote.Read, cancellationToken);
    }

    /// <summary>Orders. Costs money, and is sent at most once unless the API, or the lack of a connection, proves that it did not arrive.</summary>
    /// <returns>The order's uuid.</returns>
    /// <exception cref="ApiException">With <see cref="ApiException.MayHaveHadEffect"/>, the order may exist: look before ordering again.</exception>
    /// <exception cref="OperationCanceledException">With an <see cref="ApiException"/> as its inner exception, the request was out, and the order may
    /// exist.</exception>
    public Task<string> PlaceAsync(string name, IReadOnlyList<OrderField> fields, CancellationToken cancellationToken) =>
        _api.BeginAsync(Order(name, fields), cancellationToken);

    /// <summary>How far an order is.</summary>
    public Task<Order> GetAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("manage", "order", uuid), Requested.Read(uuid, Models.Order.Read, static answer => answer.Uuid), cancellationToken);

    private static ApiCall Order(string name, IReadOnlyList<OrderField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return ApiCall.Post("manage", "product", name) with
        {
            Form = [.. fields.Select(static field => KeyValuePair.Create($"data[{field.Key}]", field.Value))],
            Secrets = [.. fields.Where(static field => field.IsSecret).Select(static field => field.Value)],
        };
    }
}
