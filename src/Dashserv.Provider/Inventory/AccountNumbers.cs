using System.Collections.Concurrent;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;

namespace Dashserv.Provider.Inventory;

/// <summary>Whose account the token opens, by what its products say, and by the account itself where it may be asked.</summary>
internal sealed class AccountNumbers(ApiAccess access)
{
    private readonly ConcurrentDictionary<string, string> _customers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Task<string?>? _own;

    /// <summary>Notes whose a product is that the token can read.</summary>
    public T Saw<T>(T product)
        where T : IProduct
    {
        if (product.Customer is { } customer)
        {
            _customers[product.Uuid] = string.Intern(customer);
        }

        return product;
    }

    /// <summary>Whether the token opens this customer's account; null where that cannot be told.</summary>
    public async Task<bool?> IsAsync(string customer, CancellationToken cancellationToken)
    {
        if (_customers.Values.Contains(customer))
        {
            return true;
        }

        var own = await OwnAsync(cancellationToken);
        return own is null && _customers.IsEmpty ? null : own == customer;
    }

    /// <summary>The number of the account; null where the API does not tell it.</summary>
    public Task<string?> OwnAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return (_own ??= AskAsync()).WaitAsync(cancellationToken);
        }
    }

    /// <summary>The number of the account as far as it is known without asking.</summary>
    public string? Known =>
        _own is { IsCompletedSuccessfully: true, Result: { } own } ? own
        : _customers.Values.Distinct().ToArray() is [var only] ? only
        : null;

    /// <summary>Whose this product is, if it was read and says so.</summary>
    public string? CustomerOf(string product) => _customers.GetValueOrDefault(product);

    private async Task<string?> AskAsync() => (await access.Client.Account.UserAsync(CancellationToken.None).OrAsync(null))?.Customer;
}
