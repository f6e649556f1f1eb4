namespace TerraformPlugin.Hosting;

/// <summary>The one line a plugin writes to stdout: where it listens, and the certificate it will show there.</summary>
internal static class HandshakeLine
{
    // go-plugin's own protocol, and Terraform's plugin protocol.
    private const string Versions = "1|6";

    /// <param name="network"><c>unix</c> or <c>tcp</c>.</param>
    /// <param name="address">A socket's path, or <c>host:port</c>.</param>
    /// <param name="certificate">DER of the server's certificate; empty for plaintext, which leaves the last field empty.</param>
    public static string Format(string network, string address, ReadOnlySpan<byte> certificate)
    {
        // Go decodes this field without padding, and takes '=' for an error.
        var encoded = Convert.ToBase64String(certificate).TrimEnd('=');
        return $"{Versions}|{network}|{address}|grpc|{encoded}\n";
    }
}
