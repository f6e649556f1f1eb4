using Dashserv.Api;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Text;

/// <summary>The one rule for ids that a user gives, in an attribute or for an import.</summary>
internal static class Ids
{
    private const int LongestQuote = 80;

    /// <summary>What is wrong with an id; null where nothing is.</summary>
    public static string? FindProblem(string id) => ApiId.IsOne(id)
        ? null
        : Validators.NotEmpty()(id)
            ?? $"\"{Quote(id)}\" is not an id of the API's. Those are {ApiId.Allowed}, such as \"lLPgX\".";

    /// <summary>The same for what an order form is called by.</summary>
    public static string? FindNameProblem(string name) => ApiId.IsName(name)
        ? null
        : Validators.NotEmpty()(name)
            ?? $"\"{Quote(name)}\" is not the name of an order form. Those are like \"webhosting\", \"vserver:configure\" or \"dedicated-server:h5HGC\".";

    /// <summary>Whether it can be imported by that.</summary>
    public static bool CanImport(string id, string noun, Diagnostics diagnostics)
    {
        if (ApiId.IsOne(id))
        {
            return true;
        }

        diagnostics.Error(
            "Invalid id",
            $"\"{Quote(id)}\" is not the uuid of a {noun}. Uuids look like \"lLPgX\" ({ApiId.Allowed}); the data sources list them.");
        return false;
    }

    /// <summary>What was given, as far as it is worth reading.</summary>
    public static string Quote(string id) => id.Length <= LongestQuote ? id : $"{id[..LongestQuote]}…";
}
