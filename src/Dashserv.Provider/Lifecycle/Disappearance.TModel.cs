using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Whether a product that the API does not know is gone, and not merely another account's: that runs on, and must not be forgotten.</summary>
internal sealed class Disappearance<TModel>(Session session, OrderedNoun<TModel> noun, Diagnostics diagnostics)
    where TModel : OrderedModel, new()
{
    /// <summary>Confirms it; where it cannot be told whose the account is, a warning says that.</summary>
    /// <exception cref="ProblemException">The token is another account's, or it cannot be told and the product is protected.</exception>
    public async Task ConfirmAsync(TModel state, PrivateState privateState, CancellationToken cancellationToken)
    {
        var customer = new OrderPrivateState(privateState).Customer;
        var isOurs = customer is null ? null : await session.Account.IsAsync(customer, cancellationToken);
        if (isOurs == false)
        {
            throw new ProblemException(
                "The token is another account's",
                $"The {noun.Describe(state)} is customer {customer}'s, and the provider's token opens the account of another customer"
                    + $"{(await session.Account.OwnAsync(cancellationToken) is { } own ? $", {own}" : "")}: that it has no such {noun.Noun} says nothing. "
                    + "It was not dropped from the state. Use a token of the right account.");
        }

        if (isOurs == true || await IsOrderKnownAsync(state, cancellationToken))
        {
            return;
        }

        var unsure = $"The API says that there is no {noun.Describe(state)}, and it cannot be told whether the token is that of the account which had it.";
        if (state.DeletionProtection.Or(false))
        {
            throw new ProblemException(
                $"A protected {noun.Noun} is not there",
                $"{unsure} As its deletion_protection is true, it stays in the state. Look into dashserv's customer panel. If it is gone, run \"terraform "
                    + "state rm\" with the address of this resource.",
                AttributePath.Of("deletion_protection"));
        }

        diagnostics.Warning(
            $"A {noun.Noun} is gone",
            $"{unsure} It is dropped from the state. If it still runs, under another account, it goes on costing {Deletion<TModel>.Price(state)}: import it "
                + $"with {state.Id.Or("its uuid")} and the right token.");
    }

    // A wrong account could not answer that.
    private async Task<bool> IsOrderKnownAsync(TModel state, CancellationToken cancellationToken) =>
        state.OrderId.IsKnown && await session.Access.Client.Orders.GetAsync(state.OrderId.Known, cancellationToken).OrNullAsync() is not null;
}
