using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>Mutual TLS between two parties that know each other's certificate beforehand: both are compared byte by byte.</summary>
internal sealed class PluginTls(X509Certificate2 certificate, ReadOnlyMemory<byte> clientCertificate)
{
    /// <summary>DER of the server's certificate.</summary>
    public ReadOnlyMemory<byte> Certificate => certificate.RawDataMemory;

    /// <param name="clientCertificate">The client's certificate, PEM.</param>
    /// <param name="time">Decides when the new certificate is valid.</param>
    /// <exception cref="InvalidOperationException">The text holds no PEM.</exception>
    public static PluginTls Create(string clientCertificate, TimeProvider time) =>
        PemEncoding.TryFind(clientCertificate, out var fields)
            ? new PluginTls(PluginCertificate.Create(time), Convert.FromBase64String(clientCertificate[fields.Base64Data]))
            : throw new InvalidOperationException("PLUGIN_CLIENT_CERT holds no PEM certificate.");

    public SslServerAuthenticationOptions ToOptions() => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
        // macOS offers a server nothing newer than 1.2.
        EnabledSslProtocols = OperatingSystem.IsMacOS() ? SslProtocols.Tls12 : SslProtocols.Tls12 | SslProtocols.Tls13,
        ApplicationProtocols = [SslApplicationProtocol.Http2],
        ClientCertificateRequired = true,
        RemoteCertificateValidationCallback = (_, presented, _, _) => IsPinned(presented),
        CertificateChainPolicy = EmptyChainPolicy(),
        AllowRenegotiation = false,
        // There is one connection; nobody comes back with a ticket.
        AllowTlsResume = false,
    };

    private bool IsPinned(X509Certificate? presented) =>
        presented is X509Certificate2 other && other.RawDataMemory.Span.SequenceEqual(clientCertificate.Span);

    // SslStream builds a chain before it asks us. Its verdict is not used, so it shall cost nothing: no downloads, no stores.
    private static X509ChainPolicy EmptyChainPolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
        VerificationFlags = X509VerificationFlags.AllFlags,
    };
}
