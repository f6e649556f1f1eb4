using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Refuses to lose what the user has protected.</summary>
internal static class Protection
{
    /// <param name="prior">The state.</param>
    /// <param name="deed">What the plan would do, such as <c>destroy</c>.</param>
    /// <param name="what">What it would do it to.</param>
    /// <param name="diagnostics">Where the refusal goes.</param>
    public static void Check(IOrderedModel prior, string deed, string what, Diagnostics diagnostics)
    {
        if (prior.DeletionProtection.Or(false))
        {
            diagnostics.Error(
                "deletion_protection",
                "Protected against deletion",
                $"The plan would {deed} the {what}, and its deletion_protection is true. If that is what you want, set deletion_protection = false, apply, and plan again.");
        }
    }
}
