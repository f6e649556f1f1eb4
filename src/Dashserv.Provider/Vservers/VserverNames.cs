using System.Security.Cryptography;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Ordering;

namespace Dashserv.Provider.Vservers;

/// <summary>Names: one for a server whose user gave none, and how a server is recognised by it.</summary>
internal static class VserverNames
{
    /// <summary>A name that no other server has.</summary>
    public static string MakeUp() => $"vserver-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";

    /// <summary>How to find the server of an order again: by its name, and by its size where that was chosen.</summary>
    public static ProductSearch Search(Session session, VserverModel config, string madeUpName)
    {
        var name = config.Name.Or(madeUpName);
        return new ProductSearch(
            "vserver",
            config.Name.IsKnown ? name : madeUpName,
            "dashserv_vserver",
            async stop => [.. (await session.Vservers.ListFreshAsync(stop)).Where(v => IsMatch(v, name, config)).Select(ToCandidate)])
        {
            ListAllIdsAsync = async stop => [.. (await session.Vservers.ListAsync(stop)).Select(v => v.Uuid)],
        };
    }

    private static bool IsMatch(Vserver vserver, string name, VserverModel config) =>
        (vserver.Name is null || string.Equals(vserver.Name, name, StringComparison.OrdinalIgnoreCase))
        && (!config.Cores.IsKnown || vserver.Cores is null || vserver.Cores == config.Cores.Known)
        && (!config.Ram.IsKnown || vserver.RamGb is null || vserver.RamGb == config.Ram.Known)
        && (!config.Disk.IsKnown || vserver.DiskGb is null || vserver.DiskGb == config.Disk.Known);

    private static Candidate ToCandidate(Vserver vserver) =>
        new(vserver.Uuid, vserver.Name, vserver.CreatedAt, VserverMapping.Hourly(vserver.Payment));
}
