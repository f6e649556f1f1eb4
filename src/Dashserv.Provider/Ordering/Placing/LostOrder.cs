using System.Globalization;
using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>Looks for what an order became whose answer was lost. One is adopted only if no more new products match than there are such orders.</summary>
internal sealed class LostOrder(Session session, ProductClaims claims, ProductSearch search, IReadOnlyCollection<string> baseline)
{
    /// <summary>A product is listed once it is deployed. What has not turned up by then is left to the user: a pipeline must not hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>How long, when interrupted, is still looked: nobody would know of the product otherwise.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private ApiException? _trouble;
    private bool _hasLooked;

    /// <exception cref="ProblemException">Nothing, or more than one thing, was found.</exception>
    public async Task<string> FindAsync(ApiException lost, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(Patience, session.Time);
        await using var interrupting = cancellationToken.Register(() => end.CancelAfter(Grace));
        var wait = session.Polling.First;
        IReadOnlyList<Candidate> candidates = [];
        try
        {
            while (true)
            {
                candidates = await LookAsync(candidates, end.Token);
                if (_trouble is { IsTransient: false })
                {
                    break;
                }

                if (!claims.TryTake(search.Key, candidates.Where(c => c.IsNamesake).Select(c => c.Uuid), out var taken))
                {
                    break;
                }

                if (taken is not null)
                {
                    return taken;
                }

                await Task.Delay(wait, session.Time, end.Token);
                wait = session.Polling.After(wait);
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up, or Ctrl-C: what was seen until now is what the user is told.
        }

        throw Uncertain(lost, candidates);
    }

    private async Task<IReadOnlyList<Candidate>> LookAsync(IReadOnlyList<Candidate> before, CancellationToken cancellationToken)
    {
        try
        {
            var known = baseline.ToHashSet(StringComparer.Ordinal);
            var all = await search.ListAsync(cancellationToken);
            (_trouble, _hasLooked) = (null, true);
            return [.. all.Where(c => !known.Contains(c.Uuid) && !claims.IsClaimed(c.Uuid))];
        }
        catch (ApiException e)
        {
            _trouble = e;
            return before;
        }
    }

    private ProblemException Uncertain(ApiException lost, IReadOnlyList<Candidate> candidates)
    {
        var namesakes = candidates.Where(c => c.IsNamesake).ToArray();
        var found = (namesakes.Length, candidates.Count) switch
        {
            (0, 0) when _trouble is { } trouble => $"What there is now could not be read: {Sentence.Of(trouble.Message)} Look into dashserv's customer panel before you apply again, and import it if it is there, or you may pay for two.",
            (0, 0) when !_hasLooked => "What there is now could not be read in time. Look into dashserv's customer panel before you apply again, and import it if it is there, or you may pay for two.",
            (0, 0) => "No new product that matches has appeared since. It may still do: look into dashserv's customer panel before you apply again, and import it if it is there, or you may pay for two.",
            (0, _) => $"No new product of that name has appeared since. These are new, of the same size, and named otherwise, as the API may have chosen the name:\n\n{Listed(candidates)}\n\n"
                + "If one of them is it, import it before you apply again, or you will pay for two.",
            _ => $"These new products match, and which one it is cannot be told:\n\n{Listed(namesakes)}\n\nImport the right one, or terminate what you do not want, before you apply again.",
        };
        return new ProblemException(
            "An order was sent, and its answer was lost",
            $"{Sentence.Of(lost.Message)}\n\nThe order may or may not have been placed, and so may or may not cost money; it was not sent a second time. {found}",
            inner: lost);
    }

    private string Listed(IEnumerable<Candidate> candidates) => string.Join("\n\n", candidates.Select(Describe));

    private string Describe(Candidate candidate)
    {
        var price = candidate.HourlyPrice is { } hourly ? $"{hourly.ToString("0.#####", CultureInfo.InvariantCulture)} EUR per hour" : "price unknown";
        return $"{candidate.Name ?? "(without a name)"}, created {candidate.CreatedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"}, {price}:\n"
            + $"import {{\n  to = {search.ResourceType}.NAME\n  id = \"{search.ImportId(candidate.Uuid)}\"\n}}";
    }
}
