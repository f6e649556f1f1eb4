using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Refuses to lose what the user has protected.</summary>
internal static class Protection
{
    /// <summary>The note of a plan that may become a replacement: core then asks for the plan of the new one, without a word of the old one but this.</summary>
    private const string ProtectedKey = "protected";

    /// <param name="prior">The state.</param>
    /// <param name="action">What the plan would do, such as <c>destroy</c>.</param>
    /// <param name="what">What it would do it to.</param>
    /// <param name="diagnostics">Where the refusal goes.</param>
    /// <param name="isConfigured">Whether the configuration protects it, which the state need not know yet, such as after an import.</param>
    public static void Check(OrderedModel prior, string action, string what, Diagnostics diagnostics, bool isConfigured = false)
    {
        if (prior.DeletionProtection.Or(false) || isConfigured)
        {
            Refuse($"{action} the {what}", diagnostics);
        }
    }

    /// <summary>Notes in the plan of a change whether the product may be replaced.</summary>
    public static void Note(PrivateState privateState, OrderedModel prior, string what) => privateState[ProtectedKey] =
        prior.DeletionProtection.Or(false) ? what : null;

    /// <summary>In the plan of a new product: whether it takes the place of a protected one, as with <c>-replace</c>.</summary>
    public static void CheckReplacement(PrivateState privateState, Diagnostics diagnostics)
    {
        if (privateState[ProtectedKey] is { } what)
        {
            Refuse($"replace the {what}", diagnostics);
        }
    }

    private static void Refuse(string action, Diagnostics diagnostics) => diagnostics.Error(
        "deletion_protection",
        "Protected against deletion",
        $"The plan would {action}, and its deletion_protection is true. If that is what you want, set deletion_protection = false, apply, and plan again.");
}
