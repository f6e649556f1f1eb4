using System.Security.Cryptography.X509Certificates;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Trust;

/// <summary>Against a real TLS server. The trust under test is the one of Linux.</summary>
public sealed class ServerTrustTests : IDisposable
{
    private readonly Authority _authority = new("Test Authority");

    public ServerTrustTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere the platform's own trust decides");

    [Fact]
    public async Task Client_UntilItsFirstCall_LoadsNoTrust()
    {
        var lookedUp = new List<string>();
        using var client = new DashservClient(
            new DashservClientOptions
            {
                Endpoint = new Uri("https://api.dashserv.invalid/v1"),
                Token = "t",
                MaxRetries = 0,
                Environment = name =>
                {
                    lookedUp.Add(name);
                    return null;
                },
            },
            TimeProvider.System,
            new RecordingLogger());
        Assert.Empty(lookedUp);

        await Assert.ThrowsAsync<ApiException>(() => client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Contains("SSL_CERT_FILE", lookedUp);
    }

    [Fact]
    public async Task Call_AuthorityInFileOfUser_Succeeds()
    {
        using var certificate = _authority.Issue("localhost");

        Assert.Null(await FailureAsync(certificate, ("SSL_CERT_FILE", _authority.File)));
    }

    [Fact]
    public async Task Call_AuthorityInDirectoryOfUser_Succeeds()
    {
        using var certificate = _authority.Issue("localhost");
        var directory = Directory.CreateTempSubdirectory();
        File.Copy(_authority.File, Path.Combine(directory.FullName, "authority.pem"));
        File.WriteAllText(Path.Combine(directory.FullName, "README"), "no certificate");

        var failure = await FailureAsync(certificate, ("SSL_CERT_DIR", $"/nonexistent:{directory.FullName}"));

        directory.Delete(recursive: true);
        Assert.Null(failure);
    }

    [Fact]
    public async Task Call_UnknownAuthority_IsRefusedAndSaysWhatToDo()
    {
        using var certificate = _authority.Issue("localhost");
        using var other = new Authority("Other Authority");

        foreach (var environment in (List<(string, string)[]>)[[("SSL_CERT_FILE", other.File)], []])
        {
            var message = Refusal(await FailureAsync(certificate, environment));
            Assert.Contains("'CN=Test Authority' is not trusted", message, StringComparison.Ordinal);
            Assert.Contains("set SSL_CERT_FILE", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Call_SelfSigned_IsRefused()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new CertificateRequest("CN=localhost", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        Assert.Contains("is not trusted", Refusal(await FailureAsync(certificate, ("SSL_CERT_FILE", _authority.File))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ExpiredCertificate_IsRefusedAndSaysSinceWhen()
    {
        using var certificate = _authority.Issue("localhost", fromDays: -20, untilDays: -3);

        var message = Refusal(await FailureAsync(certificate, ("SSL_CERT_FILE", _authority.File)));

        Assert.Contains($"expired, since {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("is not trusted", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CertificateOfTomorrow_IsRefusedAndSaysSo()
    {
        using var certificate = _authority.Issue("localhost", fromDays: 1, untilDays: 3);

        Assert.Contains("is not valid before", Refusal(await FailureAsync(certificate, ("SSL_CERT_FILE", _authority.File))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CertificateOfOtherName_IsRefusedAndNamesBoth()
    {
        using var certificate = _authority.Issue("other.example");

        var message = Refusal(await FailureAsync(certificate, ("SSL_CERT_FILE", _authority.File)));

        Assert.Contains("it is for other.example, not for localhost", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CertificateForClients_IsRefused()
    {
        using var certificate = _authority.Issue("localhost", usage: "1.3.6.1.5.5.7.3.2");

        Assert.Contains("its chain has a fault", Refusal(await FailureAsync(certificate, ("SSL_CERT_FILE", _authority.File))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_UnreadableFileOfUser_IsRefusedAndNamesTheFile()
    {
        using var certificate = _authority.Issue("localhost");

        Assert.Contains(
            "/nonexistent.pem (unreadable", Refusal(await FailureAsync(certificate, ("SSL_CERT_FILE", "/nonexistent.pem"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "")]
    [InlineData("", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("", "-----BEGIN CERTIFICATE-----\n!! not base64 !!\n-----END CERTIFICATE-----\n")]
    [InlineData("", "-----BEGIN CERTIFICATE-----\nMIIB")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n", "")]
    [InlineData("-----END CERTIFICATE-----\n# a comment\n", "")]
    public async Task Call_BundleWithOneBadCertificate_TrustsTheOthers(string before, string after)
    {
        using var certificate = _authority.Issue("localhost");
        using var stranger = new Authority("A stranger");
        using var strangers = stranger.Issue("localhost");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file, before + await File.ReadAllTextAsync(_authority.File, Given.CancellationToken) + "\n" + after, Given.CancellationToken);

        Assert.Null(await FailureAsync(certificate, ("SSL_CERT_FILE", file)));
        var refusal = Refusal(await FailureAsync(strangers, ("SSL_CERT_FILE", file)));

        File.Delete(file);
        Assert.Contains(
            (before + after).Contains("BEGIN", StringComparison.Ordinal) ? "(1 certificates; 1 more could not be read and are left out)" : "(1 certificates)",
            refusal, StringComparison.Ordinal);
    }

    public void Dispose() => _authority.Dispose();

    private static string Refusal(ApiException? failure)
    {
        Assert.NotNull(failure);
        Assert.Equal(ApiErrorKind.Unreachable, failure.Kind);
        Assert.False(failure.MayHaveHadEffect);
        Assert.Equal(1, failure.Tries);
        return failure.Message;
    }

    private static async Task<ApiException?> FailureAsync(X509Certificate2 certificate, params (string Name, string Value)[] environment)
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Ok("""{"success":true,"data":"B86uM"}"""), certificate);
        using var client = new DashservClient(
            new DashservClientOptions
            {
                Endpoint = server.Endpoint,
                Token = "t",
                Environment = name => environment.FirstOrDefault(pair => pair.Name == name).Value,
            },
            TimeProvider.System,
            new RecordingLogger());
        try
        {
            await client.Orders.PlaceAsync("vserver", [], Given.CancellationToken);
            Assert.Equal(1, server.Requests);
            return null;
        }
        catch (ApiException e)
        {
            Assert.Equal(0, server.Requests);
            return e;
        }
    }
}
