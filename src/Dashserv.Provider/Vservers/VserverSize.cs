using Dashserv.Api.Models;

namespace Dashserv.Provider.Vservers;

/// <summary>What a resize changes: all three go out together (API reference, Upgrade). RAM and disk are in GB.</summary>
internal sealed record VserverSize(long Cores, decimal Ram, long Disk)
{
    /// <summary>Whether a server has it. What the API does not tell is believed.</summary>
    public bool IsThatOf(Vserver server) => (server.Cores ?? Cores, server.RamGb ?? Ram, server.DiskGb ?? Disk) == (Cores, Ram, Disk);
}
