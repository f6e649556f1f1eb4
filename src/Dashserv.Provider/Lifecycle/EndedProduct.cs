using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>A product that the API calls ended and lists all the same, or is about to end.</summary>
internal static class EndedProduct
{
    /// <param name="state">The product, as just read.</param>
    /// <param name="what">The product in words.</param>
    /// <param name="deletion">What the API says of its deletion to come; null where none is planned.</param>
    /// <param name="diagnostics">Where the warnings go.</param>
    public static void Warn(OrderedModel state, string what, string? deletion, Diagnostics diagnostics)
    {
        if (deletion is not null)
        {
            diagnostics.Warning(
                "A product is going to be deleted",
                $"dashserv is going to delete the {what}: the API says {Sentence.Of(deletion)} Its data are lost then. Look into dashserv's customer panel "
                    + "whether it was cancelled, or has to be paid for.");
        }

        if (state.Status.OrNull() is not { } status)
        {
            return;
        }

        if (IsLocked(status))
        {
            diagnostics.Warning(
                "A product is locked",
                $"The API calls the {what} \"{status}\": most often because it is not paid for. What is not paid for is deleted in the end. Look into "
                    + "dashserv's customer panel.");
        }

        if (!IsEnded(status))
        {
            return;
        }

        diagnostics.Warning(
            $"The API calls a product {status}",
            $"The {what} is still listed, with the status \"{status}\". It is kept in the state, as nothing but the API's word that it does not exist takes "
                + "it out, and whether it still costs money is not certain: "
            + "look into dashserv's customer panel. If it is gone for good, run \"terraform state rm\" with the address of this resource; as long as it is in "
            + "the configuration, the next apply then orders a new one.");
    }

    /// <summary>Whether a product is gone, or on its way: the reference has no words for that; those of the account call count, and their kin.</summary>
    public static bool IsEnding(IProduct? product) => product is null || (product.Status is { } status && (IsEnded(status)
        || status.Contains("terminat", StringComparison.OrdinalIgnoreCase) || status.Contains("delet", StringComparison.OrdinalIgnoreCase)));

    private static bool IsLocked(string status) => status.ToUpperInvariant() is "LOCKED" or "SUSPENDED" or "BLOCKED" or "GESPERRT" or "UNPAID" or "OVERDUE";

    private static bool IsEnded(string status) => status.ToUpperInvariant() is "TERMINATED" or "DELETED";
}
