using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>The account. The reference has none of these; the vendor's own client does. Null means that the API has no such route. Never logged: personal
/// data.</summary>
public sealed class AccountCalls
{
    private readonly ApiConnection _api;

    internal AccountCalls(ApiConnection api) => _api = api;

    /// <summary>Whom the token belongs to.</summary>
    public Task<AccountUser?> UserAsync(CancellationToken cancellationToken) =>
        _api.ReadIfOfferedAsync(Call("user"), AccountUser.Read, cancellationToken);

    /// <summary>All products, of every kind, also deleted and locked ones.</summary>
    public Task<List<AccountProduct>?> ProductsAsync(CancellationToken cancellationToken) =>
        _api.ReadIfOfferedAsync(Call("products"), static data => data.RequiredList(AccountProduct.Read), cancellationToken);

    /// <summary>What was paid.</summary>
    public Task<List<AccountEntry>?> TransactionsAsync(CancellationToken cancellationToken) =>
        _api.ReadIfOfferedAsync(Call("transactions"), static data => data.RequiredList(AccountEntry.Read), cancellationToken);

    /// <summary>What was billed.</summary>
    public Task<List<AccountEntry>?> InvoicesAsync(CancellationToken cancellationToken) =>
        _api.ReadIfOfferedAsync(Call("invoices"), static data => data.RequiredList(AccountEntry.Read), cancellationToken);

    private static ApiCall Call(string name) => ApiCall.Get("account", name) with { IsSecret = true };
}
