using Dashserv.Api.Calls;
using Dashserv.Api.Models;

namespace Dashserv.Api.Transport;

/// <summary>
/// Lets no call out before the token is known to be the right customer's. The account's own call tells whose it is, where the API offers it; else what the
/// account has does. Of an account that has nothing, and no such call, nobody can tell.
/// </summary>
/// <param name="customer">The number of the customer whose token it has to be.</param>
/// <param name="open">A way to the API that asks nobody.</param>
internal sealed class AccountGuard(string customer, ApiConnection open)
{
    private readonly Lock _lock = new();
    private Task<IReadOnlyCollection<string>>? _asked;

    /// <summary>Whether it was asked, and nothing told whose the account is.</summary>
    public bool IsInTheDark => _asked is { IsCompletedSuccessfully: true, Result.Count: 0 };

    /// <exception cref="ApiException">It is another customer's, or that could not be found out.</exception>
    public async Task CheckAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var customers = await AskedOnce().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (customers.Count > 0 && !customers.Contains(customer, StringComparer.OrdinalIgnoreCase))
        {
            throw new ApiException(
                $"the token opens the account of the customer {customers.First()}, and customer_id says that it has to be {customer}'s; nothing was sent")
            {
                Kind = ApiErrorKind.WrongAccount,
                Method = call.Method.Method,
                Path = call.Path,
            };
        }
    }

    // An answer lasts; a failure is tried again by whoever calls next.
    private Task<IReadOnlyCollection<string>> AskedOnce()
    {
        lock (_lock)
        {
            return _asked is null or { IsFaulted: true } or { IsCanceled: true } ? _asked = AskAsync() : _asked;
        }
    }

    private async Task<IReadOnlyCollection<string>> AskAsync() =>
        await OwnAsync().ConfigureAwait(false) is { } own ? [own]
        : Of(await new VserverCalls(open).ListAsync(CancellationToken.None).ConfigureAwait(false)) is { Count: > 0 } owners ? owners
        : Of(await new DedicatedServerCalls(open).ListAsync(CancellationToken.None).ConfigureAwait(false));

    // The call is not in the reference: that it is refused says nothing of the token.
    private async Task<string?> OwnAsync()
    {
        try
        {
            return (await new AccountCalls(open).UserAsync(CancellationToken.None).ConfigureAwait(false))?.Customer;
        }
        catch (ApiException e) when (e.Kind is not (ApiErrorKind.OutcomeUnknown or ApiErrorKind.RateLimited or ApiErrorKind.Unreachable))
        {
            return null;
        }
    }

    private static HashSet<string> Of<T>(List<T> products)
        where T : IProduct => products.Select(p => p.Customer).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
}
