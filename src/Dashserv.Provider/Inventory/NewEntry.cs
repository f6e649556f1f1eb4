using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Inventory;

/// <summary>
/// Finds what a call has created that answers no id: by the list before and after it. The caller makes sure that this
/// process creates nothing else on the same server meanwhile.
/// </summary>
internal sealed class NewEntry<T>(Session session, OwnedNoun<T> kind, OwnedReads<T> reads, string vserver)
    where T : class
{
    /// <summary>How long a new entry may take to appear in its list.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long, when interrupted, is still looked for what was created: nobody would know of it otherwise.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <param name="isOurs">Whether an entry is as the one created.</param>
    /// <param name="send">Creates it. If its answer is lost, the list tells what became of it; it is not sent again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">It was refused: nothing was created.</exception>
    /// <exception cref="ProblemException">None, or more than one, has appeared.</exception>
    public async Task<T> CreateAsync(Func<T, bool> isOurs, Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var before = (await reads.ListFreshAsync(vserver, cancellationToken)).Select(kind.IdOf).ToHashSet(StringComparer.Ordinal);
        reads.Touch(vserver);
        var lost = await SendAsync(send, cancellationToken);
        var (created, trouble) = await SearchAsync(before, isOurs, cancellationToken);
        reads.Touch(vserver);
        if (created?.FindAll(e => isOurs(e)) is not [var only])
        {
            throw Uncertain(lost, trouble, created, isOurs);
        }

        reads.NoteMade(vserver, kind.IdOf(only));
        return only;
    }

    /// <summary>Null, or why it is not known whether it took effect.</summary>
    private static async Task<ApiException?> SendAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await send(cancellationToken);
            return null;
        }
        catch (Exception e) when (LostAnswer.In(e) is { } lost)
        {
            return lost;
        }
    }

    /// <summary>What is new, once one of it is ours or the time is up, or null if the list was never read; and why it could not be read, if it could not.</summary>
    private async Task<(List<T>? Created, ApiException? Trouble)> SearchAsync(HashSet<string> before, Func<T, bool> isOurs, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(Patience, session.Time);
        await using var interrupting = cancellationToken.Register(() => end.CancelAfter(Grace));
        var (created, trouble) = (default(List<T>), default(ApiException));
        try
        {
            for (var wait = session.Polling.First; ; wait = session.Polling.After(wait))
            {
                try
                {
                    created = (await reads.ListFreshAsync(vserver, end.Token)).FindAll(e => !before.Contains(kind.IdOf(e)) && !reads.WasMade(vserver, kind.IdOf(e)));
                    trouble = null;
                }
                catch (ApiException e)
                {
                    trouble = e;
                }

                if (created?.Exists(e => isOurs(e)) == true || trouble is { IsTransient: false })
                {
                    return (created, trouble);
                }

                await Task.Delay(wait, session.Time, end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return (created, trouble);
        }
    }

    private ProblemException Uncertain(ApiException? lost, ApiException? trouble, List<T>? listed, Func<T, bool> isOurs)
    {
        var created = listed ?? [];
        var isAmbiguous = created.Exists(e => isOurs(e));
        var asked = lost is null
            ? $"The API accepted the {kind.Noun}."
            : $"{Sentence.Of(lost.Message)}\n\nThe {kind.Noun} may or may not have been made; it was not asked for a second time.";
        var seen = trouble is not null ? $"What there is now could not be read: {Sentence.Of(trouble.Message)}"
            : listed is null ? "What there is now could not be read in time."
            : isAmbiguous ? $"More than one that is as asked for has appeared on the vserver {vserver} meanwhile, and which is which cannot be told:\n\n{Describe(created)}"
            : created.Count > 0 ? $"What has appeared on the vserver {vserver} since is not as asked for:\n\n{Describe(created)}"
            : $"No new {kind.Noun} has appeared on the vserver {vserver} since.";
        var next = isAmbiguous
            ? "Import the right one, and delete what you do not want, before you apply again."
            : $"Look into dashserv's customer panel before you apply again: that would make another. If it is there, import it:\n\n{kind.ImportBlock(vserver, "ID")}";
        return new ProblemException(isAmbiguous ? $"More than one new {kind.Noun}" : $"The {kind.Noun} was not found", $"{asked}\n\n{seen}\n\n{next}", inner: lost ?? trouble);
    }

    private string Describe(List<T> entries) => string.Join("\n\n", entries.Select(e => $"{kind.Describe(e)}:\n{kind.ImportBlock(vserver, kind.IdOf(e))}"));
}
