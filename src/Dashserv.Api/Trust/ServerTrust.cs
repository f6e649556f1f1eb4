using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Dashserv.Api.Trust;

/// <summary>Decides whom the token is sent to: issuer, validity and name are all checked, and nothing turns that off.</summary>
internal static class ServerTrust
{
    public static void Apply(SslClientAuthenticationOptions tls, Func<string, string?> environment, ILogger logger)
    {
        var trustedFrom = "this system's certificate store";
        if (OperatingSystem.IsLinux())
        {
            var started = Stopwatch.GetTimestamp();
            var trust = SystemTrust.Load(environment);
            trustedFrom = trust.Description;
            logger.LogDebug("trusting {Sources}, read in {Milliseconds} ms", trustedFrom, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            tls.CertificateChainPolicy = Policy(trust.Authorities);
        }

        tls.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
            errors == SslPolicyErrors.None
                ? true
                : throw new CertificateRefusedException(
                    CertificateRefusal.Explain((sender as SslStream)?.TargetHostName, certificate, chain, errors, trustedFrom));
    }

    private static X509ChainPolicy Policy(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,

            // As HttpClient does by itself.
            RevocationMode = X509RevocationMode.NoCheck,

            // A handshake must not wait for downloads that the server's certificate asks for.
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
