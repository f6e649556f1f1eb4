using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Figures;

/// <summary>Plays go-plugin's client up to the first line: with mutual TLS, as Terraform starts every provider.</summary>
internal sealed class PluginStart
{
    // Both are what Terraform sends: a key on P-521, and the cookie that tells a plugin that it is not started by a person.
    private const string Cookie = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

    private readonly string _certificate = CreateCertificate();

    /// <summary>From the start of the process to its first line, in ms.</summary>
    /// <param name="executable">What to start.</param>
    /// <param name="expected">How its line begins.</param>
    /// <param name="stays">Whether it runs until it is told to end.</param>
    public async Task<double> FirstLineAsync(string executable, string expected, bool stays)
    {
        // A provider that is killed leaves its socket behind.
        var folder = Directory.CreateTempSubdirectory("dashserv-bench-");
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TMPDIR"] = folder.FullName;
        start.Environment["TF_PLUGIN_MAGIC_COOKIE"] = Cookie;
        start.Environment["PLUGIN_PROTOCOL_VERSIONS"] = "6,5";
        start.Environment["PLUGIN_MIN_PORT"] = "10000";
        start.Environment["PLUGIN_MAX_PORT"] = "25000";
        start.Environment["PLUGIN_CLIENT_CERT"] = _certificate;

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (stays)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
        return line?.StartsWith(expected, StringComparison.Ordinal) == true
            ? elapsed
            : throw new BenchException($"{executable} printed \"{line}\" first, instead of \"{expected}…\"");
    }

    private static string CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        var request = new CertificateRequest("CN=localhost, O=HashiCorp", key, HashAlgorithmName.SHA512);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddSeconds(-30), DateTimeOffset.UtcNow.AddYears(1));
        return certificate.ExportCertificatePem();
    }
}
