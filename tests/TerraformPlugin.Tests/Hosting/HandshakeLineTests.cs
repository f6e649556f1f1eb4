using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class HandshakeLineTests
{
    [Theory]
    [InlineData(new byte[] { }, "")]
    [InlineData(new byte[] { 0xfb }, "+w")]
    [InlineData(new byte[] { 0xff, 0xef }, "/+8")]
    [InlineData(new byte[] { 1, 2, 3 }, "AQID")]
    public void Format_OfCertificate_IsStandardBase64WithoutPadding(byte[] certificate, string encoded) =>
        Assert.Equal($"1|6|unix|/tmp/plugin|grpc|{encoded}\n", HandshakeLine.Format("unix", "/tmp/plugin", certificate));
}
