using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What is said of an order that is placed, and of which nothing usable has come yet.</summary>
internal static class DeliveryWords
{
    /// <param name="state">What is kept of it.</param>
    /// <param name="taints">Whether what is not ready in time is to be replaced.</param>
    /// <param name="limit">How long it may take.</param>
    public static FailureWords NotReady(OrderedModel state, bool taints, TimeLimit limit)
    {
        var order = state.Id.IsKnown ? $"The product {state.Id} exists" : $"The order {state.OrderId} is placed (status: {state.Status})";
        var standing = "It is in the state, and may already cost money. "
            + (taints
                ? "As on_create_timeout is \"fail\", Terraform takes it for unusable (\"tainted\"): the next apply terminates what comes of it, and orders "
                    + "anew. To keep it, run \"terraform untaint\" with the address of this resource first."
                : "Apply again to go on waiting for it: it will not be ordered again. What only a delivered product has is not known until then. "
                    + "If a provisioner of this resource fails for that, Terraform marks it as tainted, and would replace it: run \"terraform untaint\" with "
                    + "its address first.");
        var stopped = limit.IsUp ? $"it was not delivered within {GoDuration.Format(limit.Duration)}" : "the apply was interrupted";
        return new FailureWords("Not ready yet", standing)
        {
            Lead = $"{order}, but it can't be followed at present.",
            WhenStopped = $"{order}, but {stopped}. {standing}",
            StandsAlone = true,
        };
    }

    /// <param name="noun">What was ordered.</param>
    /// <param name="order">The order's id.</param>
    /// <param name="outcome">How the API ended it.</param>
    /// <param name="left">The product that there is all the same.</param>
    /// <param name="isCreate">Whether Terraform marks that as tainted.</param>
    public static ProblemException Failed(string noun, string order, OrderOutcome outcome, string? left, bool isCreate)
    {
        var reason = outcome.Reason is { Length: > 0 } told ? $": {Sentence.Of(told)}" : ".";
        return new ProblemException(
            outcome.Status == "cancelled" ? "The order was cancelled" : "The order failed",
            $"dashserv ended the order {order} with the status \"{outcome.Status}\"{reason} "
                + (left is null
                    ? $"No {noun} was delivered. Whether anything was charged is in dashserv's customer panel, under the order's id; its support can say "
                        + "more. The next apply orders anew."
                    : $"All the same there is a {noun} of it, {left}, which may cost money and is in the state. {WhatIsNext(isCreate)}"));
    }

    private static string WhatIsNext(bool isCreate) => isCreate
        ? "Terraform marks it as tainted: the next apply terminates it, and orders anew. To keep it, if it is as it should be, run \"terraform untaint\" "
            + "with the address of this resource."
        : "Look in dashserv's customer panel whether it is as it should be; if not, \"terraform apply -replace\" with the address of this resource "
            + "terminates it and orders anew.";
}
