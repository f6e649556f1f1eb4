using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dashserv.Api.Trust;

/// <summary>The certificates of a PEM file, each read by itself: one that is broken costs only itself, as with Terraform's own TLS.</summary>
internal sealed class PemBundle
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";
    private const string End = "-----END CERTIFICATE-----";

    private readonly List<X509Certificate2> _certificates = [];

    private PemBundle()
    {
    }

    public IReadOnlyList<X509Certificate2> Certificates => _certificates;

    /// <summary>How many could not be read.</summary>
    public int Unreadable { get; private set; }

    public static PemBundle Read(string path)
    {
        var bundle = new PemBundle();
        var text = File.ReadAllText(path);
        var at = text.IndexOf(Begin, StringComparison.Ordinal);
        while (at >= 0)
        {
            var next = text.IndexOf(Begin, at + Begin.Length, StringComparison.Ordinal);
            var end = text.IndexOf(End, at, StringComparison.Ordinal);
            bundle.Add(end < 0 || (next >= 0 && next < end) ? default : text.AsSpan((at + Begin.Length)..end));
            at = next;
        }

        return bundle;
    }

    private void Add(ReadOnlySpan<char> base64)
    {
        try
        {
            var bytes = Convert.FromBase64String(base64.ToString());
            _certificates.Add(X509CertificateLoader.LoadCertificate(bytes));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            Unreadable++;
        }
    }
}
