using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>An order that was sent, and whose answer was lost: a product is its own only if no more new ones may be than there are such orders.</summary>
/// <param name="access">The API.</param>
/// <param name="claims">Whose product is whose.</param>
/// <param name="search">How to recognise its product.</param>
/// <param name="sent">What is known of it.</param>
/// <param name="reason">Why there is no answer, or the answer that is none.</param>
internal sealed class LostOrder(ApiAccess access, ProductClaims claims, ProductSearch search, SentOrder sent, Exception reason)
{
    /// <summary>A product is listed once it is deployed. What has not turned up by then is left to the user: a pipeline must not hang.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The same where the API did answer, if with a word that nobody documented: it most likely is a refusal.</summary>
    private static readonly TimeSpan AnsweredLimit = TimeSpan.FromMinutes(1);

    private IReadOnlyCollection<IProduct>? _listed;
    private ApiException? _trouble;

    /// <param name="searching">Is called once other orders can see that this one searches.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The product; null where it was not found, or cannot be told.</returns>
    public async Task<Candidate?> FindAsync(Action searching, CancellationToken cancellationToken)
    {
        using var mine = claims.Search(search.Key, MayBe);
        searching();
        string? found = null;
        access.Logger.LogWarning(
            "The answer to an order was lost; what it became is looked for, for {Limit} at most.", GoDuration.Format(SearchLimit));
        (_listed, _trouble) = await access.SearchAsync(
            SearchLimit, search.ListAsync,
            listed => !claims.TryTake(mine, listed, out found) || found is not null, cancellationToken);
        return found is null ? null : new Candidate(_listed!.First(p => p.Uuid == found));
    }

    /// <summary>What is said of it where its product was not found.</summary>
    public FailureWords Words() => LostOrderWords.Of(reason, Found());

    /// <summary>The same of an order that a killed run has sent.</summary>
    public ProblemException LeftBehind() => LostOrderWords.LeftBehind(sent.SentAt, Found());

    private TimeSpan SearchLimit => reason is ApiException { Kind: ApiErrorKind.Rejected } ? AnsweredLimit : Limit;

    private string Found() => LostOrderWords.Found(
        _listed?.Where(p => !sent.Before.Contains(p.Uuid) && search.IsAlike(p) && !claims.IsClaimed(p.Uuid))
            .Select(p => new Candidate(p) { Fits = MayBe(p) }).ToArray(), _trouble, search);

    private bool MayBe(IProduct product) => search.IsAlike(product) && search.IsNamed(product) && sent.MayBe(product);
}
