using System.Security.Cryptography.X509Certificates;

namespace Dashserv.Api.Trust;

/// <summary>
/// The certificate authorities that a Linux machine trusts, read from files. The runtime's own way is closed: its store costs every
/// start of the process 50 to 90 ms, so the provider points OpenSSL at nothing and brings trust where it is needed.
/// </summary>
internal sealed class SystemTrust
{
    /// <summary>Bundles of Debian and Alpine, RHEL, openSUSE, and older or other layouts.</summary>
    private static readonly string[] Bundles =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/var/lib/ca-certificates/ca-bundle.pem",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];

    private static readonly string[] Directories = ["/etc/ssl/certs", "/etc/pki/tls/certs"];

    private readonly HashSet<string> _thumbprints = [];
    private readonly List<string> _sources = [];

    private SystemTrust()
    {
    }

    public X509Certificate2Collection Authorities { get; } = [];

    /// <summary>Where the authorities came from, and which places could not be read: for the message of a refusal.</summary>
    public string Description => _sources.Count == 0 ? "no certificate store of this system was found" : string.Join(", ", _sources);

    /// <summary>
    /// What the user names in <c>SSL_CERT_FILE</c> or <c>SSL_CERT_DIR</c> (several, with colons) is taken and nothing besides; else the
    /// system's bundle; else its directory. Never throws: what can't be read is not trusted, and said when it matters.
    /// </summary>
    public static SystemTrust Load(Func<string, string?> environment)
    {
        var trust = new SystemTrust();
        var file = environment("SSL_CERT_FILE");
        var directory = environment("SSL_CERT_DIR");
        if (!string.IsNullOrEmpty(file))
        {
            trust.AddFile(file, "SSL_CERT_FILE=");
        }

        foreach (var part in (directory ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            trust.AddDirectory(part, "SSL_CERT_DIR=");
        }

        if (!string.IsNullOrEmpty(file) || !string.IsNullOrEmpty(directory))
        {
            return trust;
        }

        if (Bundles.FirstOrDefault(File.Exists) is { } bundle)
        {
            trust.AddFile(bundle, "");
        }

        foreach (var place in trust.Authorities.Count > 0 ? [] : Directories.Where(Directory.Exists))
        {
            trust.AddDirectory(place, "");
        }

        return trust;
    }

    private void AddFile(string path, string label)
    {
        try
        {
            var (count, unreadable) = Import(path);
            _sources.Add($"{label}{path} ({count} certificates{LeftOut(unreadable)})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _sources.Add($"{label}{path} (unreadable: {e.Message})");
        }
    }

    private void AddDirectory(string path, string label)
    {
        try
        {
            // The same certificate lies there under its name and as a link under its hash.
            var (count, unreadable) = (0, 0);
            foreach (var file in Directory.EnumerateFiles(path))
            {
                var found = ImportIfReadable(file);
                (count, unreadable) = (count + found.Count, unreadable + found.Unreadable);
            }

            _sources.Add($"{label}{path} ({count} certificates{LeftOut(unreadable)})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _sources.Add($"{label}{path} (unreadable: {e.Message})");
        }
    }

    private static string LeftOut(int unreadable) => unreadable == 0 ? "" : $"; {unreadable} more could not be read and are left out";

    private (int Count, int Unreadable) ImportIfReadable(string path)
    {
        try
        {
            return Import(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (0, 0);
        }
    }

    private (int Count, int Unreadable) Import(string path)
    {
        var bundle = PemBundle.Read(path);
        X509Certificate2[] others = [.. bundle.Certificates.Where(certificate => _thumbprints.Add(certificate.Thumbprint))];
        Authorities.AddRange(others);
        return (others.Length, bundle.Unreadable);
    }
}
