namespace Dashserv.Provider.Configuration;

/// <summary>There is no API token where one is needed.</summary>
internal sealed class MissingTokenException(string message) : Exception(message)
{
    public static MissingTokenException Create() => new(
        "No API token is configured. Set token or token_file in the provider block, or DASHSERV_TOKEN or DASHSERV_TOKEN_FILE in the environment. "
        + "Tokens are made in dashserv's customer panel, under API.");
}
