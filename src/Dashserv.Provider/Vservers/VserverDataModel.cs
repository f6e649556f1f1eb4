using Dashserv.Api.Models;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What the data sources say of a vserver: all that it is, and what moves by itself.</summary>
internal sealed class VserverDataModel
{
    public Value<string> Id { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> Status { get; set; }

    public Value<string> CreatedAt { get; set; }

    public Value<long> Cores { get; set; }

    public Value<decimal> Ram { get; set; }

    public Value<long> Disk { get; set; }

    public Value<string> Image { get; set; }

    public Value<string> Location { get; set; }

    public Value<string> LocationName { get; set; }

    public Value<string> Country { get; set; }

    public Value<string> Ipv4Address { get; set; }

    public Value<string> Ipv4Gateway { get; set; }

    public Value<long> Ipv4Prefix { get; set; }

    public Value<string> Ipv6Address { get; set; }

    public Value<string> Ipv6Gateway { get; set; }

    public Value<long> Ipv6Prefix { get; set; }

    public Value<IReadOnlyList<Value<string>>> AdditionalIpAddresses { get; set; }

    public Value<long> BackupLimit { get; set; }

    public Value<long> SnapshotLimit { get; set; }

    public Value<decimal> TrafficIncludedGb { get; set; }

    public Value<decimal> TrafficUsed { get; set; }

    public Value<decimal> BandwidthMbit { get; set; }

    public Value<decimal> MonthlyPrice { get; set; }

    public Value<decimal> HourlyPrice { get; set; }

    public Value<decimal> HoursBilled { get; set; }

    public Value<string> PowerState { get; set; }

    /// <summary>Fills in everything but the power state, which is a call of its own.</summary>
    public static VserverDataModel Of(Vserver vserver)
    {
        var known = new VserverModel();
        VserverMapping.Fill(known, vserver);
        return new VserverDataModel
        {
            Id = known.Id,
            Name = Value.OfNullable(vserver.Name),
            Status = known.Status,
            CreatedAt = known.CreatedAt,
            Cores = known.Cores,
            Ram = known.Ram,
            Disk = known.Disk,
            Image = Value.OfNullable(vserver.Image?.Name),
            Location = Value.OfNullable(vserver.Location?.Uuid),
            LocationName = known.LocationName,
            Country = known.Country,
            Ipv4Address = known.Ipv4Address,
            Ipv4Gateway = known.Ipv4Gateway,
            Ipv4Prefix = known.Ipv4Prefix,
            Ipv6Address = known.Ipv6Address,
            Ipv6Gateway = known.Ipv6Gateway,
            Ipv6Prefix = known.Ipv6Prefix,
            AdditionalIpAddresses = known.AdditionalIpAddresses,
            BackupLimit = known.BackupLimit,
            SnapshotLimit = known.SnapshotLimit,
            TrafficIncludedGb = known.TrafficIncludedGb,
            TrafficUsed = Value.OfNullable(vserver.Traffic is { } traffic ? traffic.Ingoing + traffic.Outgoing : null),
            BandwidthMbit = known.BandwidthMbit,
            MonthlyPrice = known.MonthlyPrice,
            HourlyPrice = known.HourlyPrice,
            HoursBilled = Value.OfNullable(vserver.Payment?.Hourly?.Hours),
        };
    }
}
