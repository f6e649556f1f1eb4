using TerraformPlugin.Values;

namespace Dashserv.Provider.Configuration;

/// <summary>Checks across the provider's attributes that need no API.</summary>
internal static class ProviderChecks
{
    public static void Run(ProviderModel config, Diagnostics diagnostics)
    {
        if (config.Token.IsKnown && config.TokenFile.IsKnown)
        {
            diagnostics.Error("token_file", "Two tokens", "Both token and token_file are set. Keep the one that holds the token, and leave the other out.");
        }

        if (config.Endpoint.IsKnown && FindEndpointProblem(config.Endpoint.Known) is { } problem)
        {
            diagnostics.Error("endpoint", "Invalid value for endpoint", problem);
        }
    }

    /// <summary>What is wrong with an endpoint; null where nothing is. The token travels with every request, hence https.</summary>
    public static string? FindEndpointProblem(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            return $"\"{endpoint}\" is not an address. Write one such as \"https://api.dashserv.io/v1\".";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "The address must not hold credentials, a query or a fragment.";
        }

        return uri.Scheme == "http" && !uri.IsLoopback
            ? $"\"{endpoint}\" uses http, over which the token would travel in clear. Use https; http is allowed only towards a loopback address."
            : null;
    }
}
