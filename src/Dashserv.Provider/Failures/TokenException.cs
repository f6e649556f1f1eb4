namespace Dashserv.Provider.Failures;

/// <summary>There is no API token where one is needed, or none that can be sent.</summary>
internal sealed class TokenException(string summary, string message) : Exception(message)
{
    public string Summary => summary;

    public static TokenException Missing() => Missing(
        "No API token is configured. Set token or token_file in the provider block, or DASHSERV_TOKEN or DASHSERV_TOKEN_FILE in the environment. "
        + "Tokens are made in dashserv's customer panel, under API.");

    public static TokenException Missing(string message) => new("No API token", message);

    /// <summary>Says where it comes from, and never what it is.</summary>
    public static TokenException Unusable(string source) => new(
        "No usable API token",
        $"What {source} holds cannot be an API token: it has a blank, a line break or a character in it that no token has, or more than 4096 of "
            + "them. Nothing was sent. Copy the token anew from dashserv's customer panel, under API.");
}
