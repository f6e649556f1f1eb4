using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>Makes the certificate that lives as long as the process; the client pins it by the handshake line.</summary>
internal static class PluginCertificate
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public static X509Certificate2 Create(TimeProvider time)
    {
        // P-256: the cheapest to make that every client takes.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost, O=TerraformPlugin", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new Oid(ServerAuthentication), new Oid(ClientAuthentication)],
            critical: false));
        // The client dials a path but verifies this name.
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());

        // The client reads the same clock, if not at the same moment; some slack costs nothing.
        var now = time.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddMinutes(-10), now.AddYears(1));
        return OperatingSystem.IsWindows() ? Reload(certificate) : certificate;
    }

    // SChannel cannot use a key that exists in memory only.
    private static X509Certificate2 Reload(X509Certificate2 certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
