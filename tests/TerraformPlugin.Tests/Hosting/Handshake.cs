using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>A handshake line, taken apart as strictly as go-plugin does.</summary>
internal sealed record Handshake(string Network, string Address, byte[] Certificate)
{
    public EndPoint EndPoint => Network == "unix" ? new UnixDomainSocketEndPoint(Address) : IPEndPoint.Parse(Address);

    public static Handshake Parse(string line)
    {
        var fields = line.Split('|');
        Assert.Equal(6, fields.Length);
        Assert.Equal(1, int.Parse(fields[0], CultureInfo.InvariantCulture));
        Assert.Equal(6, int.Parse(fields[1], CultureInfo.InvariantCulture));
        Assert.Contains(fields[2], new[] { "unix", "tcp" });
        Assert.Equal("grpc", fields[4]);
        Assert.DoesNotContain('=', fields[5]);
        var padded = fields[5].PadRight((fields[5].Length + 3) / 4 * 4, '=');
        return new Handshake(fields[2], fields[3], Convert.FromBase64String(padded));
    }
}
