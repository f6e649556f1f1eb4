using Dashserv.Api;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Inventory;

/// <summary>The id under which something that belongs to another is imported: <c>OWNER/ID</c>.</summary>
internal static class OwnedId
{
    /// <summary>The two parts, or null and a diagnostic.</summary>
    public static (string Owner, string Id)? Parse(string text, Owner owner, string noun, Diagnostics diagnostics)
    {
        var parts = text.Split('/');
        if (parts.Length == 2 && parts.All(ApiId.IsOne))
        {
            return (parts[0], parts[1]);
        }

        diagnostics.Error(
            "Invalid id",
            $"\"{Ids.Quote(text)}\" does not name a {noun}. Write the uuid of the {owner.Noun}, a slash, and the uuid of the {noun}, such as \"lLPgX/Nl8cU\".");
        return null;
    }
}
