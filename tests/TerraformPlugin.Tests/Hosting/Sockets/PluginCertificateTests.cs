using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting.Sockets;

namespace TerraformPlugin.Tests.Hosting.Sockets;

public sealed class PluginCertificateTests
{
    private static readonly DateTimeOffset Now = new(2031, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Fact]
    public void Create_Always_MeetsWhatGosVerifierDemands()
    {
        using var certificate = PluginCertificate.Create(new FakeTimeProvider(Now));

        Assert.True(certificate.HasPrivateKey);
        Assert.Equal(3, certificate.Version);
        Assert.True(certificate.NotBefore.ToUniversalTime() < Now.AddMinutes(-1));
        Assert.True(certificate.NotAfter.ToUniversalTime() > Now.AddDays(1));
        Assert.Equal(["localhost"], certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames());
        var usages = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages;
        Assert.Contains(usages.Cast<System.Security.Cryptography.Oid>(), usage => usage.Value == "1.3.6.1.5.5.7.3.1");
    }

    [Fact]
    public void Create_ManyTimes_NeverHasANegativeOrRepeatedSerialNumber()
    {
        var serials = Enumerable.Range(0, 50).Select(_ =>
        {
            using var certificate = PluginCertificate.Create(TimeProvider.System);
            return certificate.SerialNumberBytes.ToArray();
        }).ToList();

        Assert.All(serials, serial => Assert.True(serial[0] < 0x80 && serial.Any(b => b != 0)));
        Assert.Equal(50, serials.Select(Convert.ToHexString).Distinct().Count());
    }
}
