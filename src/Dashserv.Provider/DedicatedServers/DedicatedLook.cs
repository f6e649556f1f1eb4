using Dashserv.Api.Models;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>All that the API says of one dedicated server, from the three calls that say it.</summary>
internal sealed record DedicatedLook(DedicatedServer Server, IReadOnlyList<IpAddress> Network, InstallationStatus Installation);
