using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Dashserv.Api.Trust;

/// <summary>Says in words why a certificate was refused, and what a user can do about it.</summary>
internal static class CertificateRefusal
{
    public static string Explain(string? host, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, string trustedFrom)
    {
        if (certificate is not X509Certificate2 leaf)
        {
            return $"the server {host} showed no certificate; check `endpoint`";
        }

        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            reasons.Add($"it is for {Names(leaf)}, not for {host}: check `endpoint`, or what stands between here and there");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            reasons.AddRange(ChainReasons(chain, leaf, trustedFrom));
        }

        return $"the certificate of {host} is not accepted: {string.Join("; ", reasons)}";
    }

    private static IEnumerable<string> ChainReasons(X509Chain? chain, X509Certificate2 leaf, string trustedFrom)
    {
        var flags = X509ChainStatusFlags.NoError;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            foreach (var status in element.ChainElementStatus)
            {
                flags |= status.Status;
                if (status.Status == X509ChainStatusFlags.NotTimeValid)
                {
                    yield return Validity(element.Certificate);
                }
            }
        }

        foreach (var status in chain?.ChainStatus ?? [])
        {
            flags |= status.Status;
        }

        if ((flags & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
        {
            yield return $"its issuer '{leaf.Issuer}' is not trusted (trusted: {trustedFrom}): install the system's ca-certificates, or set SSL_CERT_FILE to "
                + "a PEM file that has the issuer's certificate";
        }

        var rest = flags & ~(X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotTimeValid);
        if (rest != X509ChainStatusFlags.NoError)
        {
            yield return $"its chain has a fault ({rest})";
        }

        if (flags == X509ChainStatusFlags.NoError)
        {
            yield return "its chain could not be verified";
        }
    }

    // Which side of its life it is on follows from the two dates alone: the chain has already found that it is not inside.
    private static string Validity(X509Certificate2 certificate)
    {
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return now > until
            ? $"'{certificate.Subject}' expired, since {until:yyyy-MM-dd HH:mm} UTC; check this machine's clock, or tell the server's operator"
            : $"'{certificate.Subject}' is not valid before {from:yyyy-MM-dd HH:mm} UTC; check this machine's clock";
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(static extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(static address => address.ToString())))
            .Take(10)
            .ToList();
        return names.Count > 0 ? string.Join(", ", names) : $"'{certificate.Subject}'";
    }
}
