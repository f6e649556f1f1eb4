namespace Dashserv.Provider.Products;

/// <summary>Products that have a resource of their own. The generic one knows nothing of their names and sizes, and would take those for changes.</summary>
internal static class TypedResource
{
    /// <summary>The resource of such a product; null where there is none.</summary>
    public static string? Of(string product) => product.Split(':')[0].ToLowerInvariant() switch
    {
        "vserver" => "dashserv_vserver",
        "dedicated-server" => "dashserv_dedicated_server",
        _ => null,
    };

    public static string Refusal(string product, string resource) => $"\"{product}\" has a resource of its own: use {resource}. Nothing was done.";
}
