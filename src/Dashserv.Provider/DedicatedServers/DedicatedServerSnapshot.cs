using Dashserv.Api.Models;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>All that the API says of one dedicated server, from the three calls that say it.</summary>
internal sealed record DedicatedServerSnapshot(DedicatedServer Server, IReadOnlyList<IpAddress> Network, InstallationStatus Installation)
{
    /// <summary>The list also has addresses of the same subnet that are not this server's: GIVEN tells them apart, where it is said.</summary>
    public IReadOnlyList<string> Ipv4Addresses
    {
        get
        {
            var all = Network.Where(a => !string.Equals(a.Type, "IPv6", StringComparison.OrdinalIgnoreCase)).ToList();
            var given = all.Where(a => string.Equals(a.Status, "GIVEN", StringComparison.OrdinalIgnoreCase)).ToList();
            return [.. (given.Count > 0 ? given : all).Select(a => a.Ip)];
        }
    }

    public string? PrimaryIpv4Address => Ipv4Addresses is [var first, ..] ? first : null;
}
