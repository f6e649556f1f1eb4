using Dashserv.Provider.Inventory;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What a plan says of an argument that has changed by itself, and is left as it is.</summary>
internal static class DriftWords
{
    /// <param name="wording">What is known of it.</param>
    /// <param name="attribute">The argument.</param>
    /// <param name="planned">What it is to be.</param>
    /// <param name="what">Of which product.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="diagnostics">Where the warning goes.</param>
    public static void Warn(Wording wording, string attribute, Value<string> planned, string what, OrderedModel plan, Diagnostics diagnostics)
    {
        if (!planned.IsKnown || wording.Drift(attribute) is not [var live, ..] words || wording.IsSettled(attribute, planned, repairs: true))
        {
            return;
        }

        var called = words.Count > 1 ? $"\"{live}\" ({string.Join(", ", words.Skip(1))})" : $"\"{live}\"";
        diagnostics.Warning(
            attribute,
            $"The {attribute} was changed outside of Terraform",
            $"Of the {what}, dashserv says that {attribute} is {called}; it was applied as \"{planned}\". "
                + (plan.RepairsDrift
                    ? "With on_drift = \"repair\" the plan after this apply shows how that is undone."
                    : $"It is left as it is, because undoing it would replace or wipe the product. To keep what is there now, write {attribute} = \"{live}\": "
                        + "nothing else is done then. To have it undone, set on_drift = \"repair\" and plan again after the apply."));
    }
}
