using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>
/// Servers that exist, have the name of one that is to be made, and are in no state that this run was shown. One may be what a killed run has ordered: the
/// second line behind the order journal, for where that did not survive.
/// </summary>
internal sealed class Namesakes<TModel>(Session session, OrderedNoun<TModel> noun)
    where TModel : OrderedModel, new()
{
    /// <summary>What a plan has to say of them.</summary>
    /// <param name="context">The plan.</param>
    /// <param name="place">The uuid of the location, where one would be sent.</param>
    public async Task PlanAsync(PlanContext<TModel> context, string? place)
    {
        var (config, mode) = (context.Config!, ModeOf(context.Config!));
        if (mode == OnExistingName.Ignore || noun.NameOf(config) is not { } name)
        {
            return;
        }

        // Only what is to be decided has to be known.
        session.Journal.Tracked.Begin();
        var look = FindAsync(config, name, context.CancellationToken);
        var found = mode == OnExistingName.Warn ? await look.OrNullAsync() ?? [] : await look;
        if (found.Count > 0)
        {
            await session.Journal.Tracked.SettleAsync(context.CancellationToken);
            found = [.. found.Where(c => !IsTracked(c.Uuid))];
        }

        if (found.Count > 0)
        {
            // What this plan warns of, its apply must not take for another resource's.
            var isStateLost = mode == OnExistingName.Adopt && found.Exists(c => session.Journal.Tracked.Has(c.Uuid));
            var search = noun.Search(session, config, "");
            context.Diagnostics.Add(
                isStateLost
                    ? NamesakeWords.StateLost(noun.Noun, noun.NameAttribute, name, found, search)
                    : NamesakeWords.Planned(mode, noun.Noun, noun.NameAttribute, name, Fit(found, place), search));
        }
    }

    /// <summary>The last look before an order.</summary>
    /// <returns>What is taken over instead; null: the order is to be placed.</returns>
    /// <exception cref="Failures.ProblemException">It must not be.</exception>
    public async Task<Candidate?> TakeOverAsync(TModel config, string? place, CancellationToken cancellationToken)
    {
        var mode = ModeOf(config);
        if (mode is not (OnExistingName.Error or OnExistingName.Adopt) || noun.NameOf(config) is not { } name)
        {
            return null;
        }

        var tracked = session.Journal.Tracked;
        var all = await FindAsync(config, name, cancellationToken);
        var found = Fit([.. all.Where(c => IsOlder(c) && !session.Journal.Tracked.Has(c.Uuid))], place);
        if (found.Count == 0)
        {
            return null;
        }

        var search = noun.Search(session, config, "");
        if (mode == OnExistingName.Error || !tracked.IsKnown || found.Count(c => c.Fits) > 1)
        {
            throw NamesakeWords.Refused(mode, tracked.IsKnown, noun.Noun, noun.NameAttribute, name, found, search);
        }

        return found.FirstOrDefault(c => c.Fits) is { } only && session.Orders.Claims.TryClaim(only.Uuid) ? only : null;
    }

    private bool IsTracked(string product) =>
        session.Journal.Tracked is { IsStateLost: true } tracked ? tracked.WasShown(product) : session.Journal.Tracked.Has(product);

    private string ModeOf(TModel config) => config is ServerModel server ? server.OnExistingName.Or(session.OnExistingName) : OnExistingName.Ignore;

    private async Task<List<Candidate>> FindAsync(TModel config, string name, CancellationToken cancellationToken) =>
        [
            .. (await noun.ListAsync(session, config, cancellationToken))
                .Where(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase) && !EndedProduct.IsEnding(p))
                .Where(p => !session.Orders.Claims.IsClaimed(p.Uuid))
                .Select(p => new Candidate(p) { Fits = noun.HasSize(p, config) }),
        ];

    // What was ordered since is a sibling's, or a colleague's. The API counts whole seconds.
    private bool IsOlder(Candidate candidate) =>
        candidate.OrderedAt is { } ordered && ordered.AddSeconds(1) < session.Access.Client.ServerTime - (session.Access.Time.GetUtcNow() - session.OpenedAt);

    private static List<Candidate> Fit(List<Candidate> found, string? place) =>
        [.. found.Select(c => c with { Fits = c.Fits && (place is null || c.Product.Location is null || c.Product.Location.Uuid == place) })];
}
