using Dashserv.Api.Models;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>A product that the API calls ended and lists all the same.</summary>
internal static class EndedProduct
{
    /// <param name="state">The product, as just read.</param>
    /// <param name="what">The product in words.</param>
    /// <param name="diagnostics">Where the warning goes.</param>
    public static void Warn(OrderedModel state, string what, Diagnostics diagnostics)
    {
        if (state.Status.OrNull() is not { } status || !IsEnded(status))
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

    private static bool IsEnded(string status) => status.ToUpperInvariant() is "TERMINATED" or "DELETED";
}
