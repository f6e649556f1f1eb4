using System.Globalization;

namespace TerraformPlugin.Hosting;

/// <summary>What the client says to a plugin through environment variables.</summary>
/// <param name="HasCookie">Whether it is Terraform (or OpenTofu) that started us, rather than a person.</param>
/// <param name="ClientCertificate">The only client certificate to accept, PEM; null for plaintext.</param>
/// <param name="SocketDirectory">Where the unix socket has to be; null leaves it to us.</param>
/// <param name="SocketGroup">The group, by name or number, that may connect too.</param>
/// <param name="MinPort">The first TCP port to try; 0 for any.</param>
/// <param name="MaxPort">The last one.</param>
internal sealed record HandshakeEnvironment(
    bool HasCookie,
    string? ClientCertificate,
    string? SocketDirectory,
    string? SocketGroup,
    int MinPort,
    int MaxPort)
{
    public const string CookieName = "TF_PLUGIN_MAGIC_COOKIE";
    public const string CookieValue = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

    /// <summary>Nothing asked for: what the debug mode starts from.</summary>
    public static HandshakeEnvironment Empty { get; } = new(false, null, null, null, 0, 0);

    // PLUGIN_PROTOCOL_VERSIONS is not read: a client that does not list 6 gets 6 nevertheless, and reports the mismatch itself.
    public static HandshakeEnvironment Read(Func<string, string?> variable) => new(
        variable(CookieName) == CookieValue,
        NullIfEmpty(variable("PLUGIN_CLIENT_CERT")),
        NullIfEmpty(variable("PLUGIN_UNIX_SOCKET_DIR")),
        NullIfEmpty(variable("PLUGIN_UNIX_SOCKET_GROUP")),
        Port(variable("PLUGIN_MIN_PORT")),
        Port(variable("PLUGIN_MAX_PORT")));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static int Port(string? text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
}
