using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;

namespace Dashserv.Provider.Inventory;

/// <summary>
/// Finds what a call has created that answers no id: by the list before and after it. The caller makes sure that this
/// process creates nothing else on the same server meanwhile.
/// </summary>
internal sealed class NewEntry<T>(Session session, string noun, Func<T, string> idOf, Func<CancellationToken, Task<List<T>>> listAsync)
    where T : class
{
    /// <summary>How long a new entry may take to appear in its list.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="isOurs">Whether an entry is as the one created.</param>
    /// <param name="createAsync">Creates it. If its answer is lost, the list tells what became of it; it is not sent again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ProblemException">None, or more than one, has appeared.</exception>
    public async Task<T> CreateAsync(Func<T, bool> isOurs, Func<CancellationToken, Task> createAsync, CancellationToken cancellation)
    {
        var before = (await listAsync(cancellation)).Select(idOf).ToHashSet(StringComparer.Ordinal);
        ApiException? lost = null;
        try
        {
            await createAsync(cancellation);
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            lost = e;
        }

        var found = await FindAsync(before, isOurs, cancellation);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ProblemException(
                $"The {noun} was not found",
                $"{lost?.Message ?? $"The API accepted it"}, and no new {noun} has appeared since. Look into the customer panel before you apply again: if it is there, import it.",
                inner: lost),
            _ => throw new ProblemException(
                $"More than one new {noun}",
                $"While this one was created, others like it appeared, and which is which cannot be told: {string.Join(", ", found.Select(idOf))}. Import the right one, and delete what you do not want.",
                inner: lost),
        };
    }

    private async Task<List<T>> FindAsync(HashSet<string> before, Func<T, bool> isOurs, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, session.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await Poller.UntilAsync(
                session.Polling,
                session.Time,
                async stop => (await listAsync(stop)).FindAll(e => !before.Contains(idOf(e)) && isOurs(e)),
                found => null,
                found => found.Count > 0,
                either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [];
        }
    }
}
