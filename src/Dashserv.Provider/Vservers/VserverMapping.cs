using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>From the API's vserver to the model's computed attributes.</summary>
internal static class VserverMapping
{
    /// <summary>Fills in everything that the API says and that is not an argument of the user's.</summary>
    public static void Fill(VserverModel model, Vserver vserver)
    {
        model.Id = vserver.Uuid;
        model.Status = Value.OfNullable(vserver.Status);
        model.CreatedAt = Timestamp.Of(vserver.CreatedAt);
        model.LocationName = Value.OfNullable(vserver.Location?.Name);
        model.Country = Value.OfNullable(vserver.Location?.Country);
        model.Ipv4Address = Value.OfNullable(vserver.Ipv4?.Ip);
        model.Ipv4Gateway = Value.OfNullable(vserver.Ipv4?.Subnet?.Gateway);
        model.Ipv4Prefix = Value.OfNullable(vserver.Ipv4?.Subnet?.Prefix);
        model.Ipv6Address = Value.OfNullable(vserver.Ipv6?.Ip);
        model.Ipv6Gateway = Value.OfNullable(vserver.Ipv6?.Subnet?.Gateway);
        model.Ipv6Prefix = Value.OfNullable(vserver.Ipv6?.Subnet?.Prefix);
        model.AdditionalIpAddresses = Value.Known<IReadOnlyList<Value<string>>>([.. vserver.AdditionalAddresses.Select(a => (Value<string>)a.Ip)]);
        model.BackupLimit = Value.OfNullable(vserver.BackupLimit);
        model.SnapshotLimit = Value.OfNullable(vserver.SnapshotLimit);
        model.TrafficIncludedGb = Value.OfNullable(vserver.Traffic?.IncludedGb);
        model.BandwidthMbit = Value.OfNullable(vserver.BandwidthMbit);
        model.MonthlyPrice = Value.OfNullable(Prices.Monthly(vserver.Payment));
        model.HourlyPrice = Value.OfNullable(Prices.Hourly(vserver.Payment));
        model.Cores = vserver.Cores is { } cores ? cores : model.Cores;
        model.Ram = vserver.RamGb is { } ram ? ram : model.Ram;
        model.Disk = vserver.DiskGb is { } disk ? disk : model.Disk;
    }

    /// <summary>A plan made true: what was unknown in it as the server has it.</summary>
    /// <param name="plan">What was planned.</param>
    /// <param name="known">What the API's vserver does not say: the order, the quote.</param>
    /// <param name="vserver">The server.</param>
    public static VserverModel Complete(VserverModel plan, VserverModel known, Vserver vserver)
    {
        var actual = VserverSchema.Schema.Table.Copy(known);
        Fill(actual, vserver);
        actual.Name = Value.OfNullable(vserver.Name ?? known.Name.OrNull());
        actual.Location = Value.OfNullable(vserver.Location?.Uuid);
        actual.Image = Value.OfNullable(vserver.Image?.Name);
        return VserverSchema.Schema.Table.Complete(plan, actual);
    }

    /// <summary>The names under which an image is known.</summary>
    public static IReadOnlyList<string> Names(VserverImage? image) => [.. new[] { image?.Name, image?.DisplayName }.OfType<string>()];
}
