using Dashserv.Provider.Ordering;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What a plan cannot know before the apply.</summary>
internal static class VserverUnknowns
{
    /// <summary>What a resize may change besides what was asked for.</summary>
    public static void OfResize(VserverModel plan)
    {
        plan.Status = Value<string>.Unknown;
        plan.MonthlyPrice = Value<decimal>.Unknown;
        plan.HourlyPrice = Value<decimal>.Unknown;
        plan.TrafficIncludedGb = Value<decimal>.Unknown;
        plan.BandwidthMbit = Value<decimal>.Unknown;
        plan.BackupLimit = Value<long>.Unknown;
        plan.SnapshotLimit = Value<long>.Unknown;
        plan.Quote = Value<QuoteModel>.Unknown;
    }

    /// <summary>Everything that only a delivered server has.</summary>
    public static void OfPendingOrder(VserverModel plan, VserverModel prior)
    {
        var quote = plan.Quote;
        OfResize(plan);
        plan.Quote = quote;
        plan.Id = Value<string>.Unknown;
        plan.CreatedAt = Value<string>.Unknown;
        plan.LocationName = Value<string>.Unknown;
        plan.Country = Value<string>.Unknown;
        plan.Ipv4Address = Value<string>.Unknown;
        plan.Ipv4Gateway = Value<string>.Unknown;
        plan.Ipv4Prefix = Value<long>.Unknown;
        plan.Ipv6Address = Value<string>.Unknown;
        plan.Ipv6Gateway = Value<string>.Unknown;
        plan.Ipv6Prefix = Value<long>.Unknown;
        plan.AdditionalIpAddresses = Value<IReadOnlyList<Value<string>>>.Unknown;
        plan.Name = UnlessSet(plan.Name, prior.Name);
        plan.Location = UnlessSet(plan.Location, prior.Location);
        plan.Image = UnlessSet(plan.Image, prior.Image);
        plan.Cores = UnlessSet(plan.Cores, prior.Cores);
        plan.Ram = UnlessSet(plan.Ram, prior.Ram);
        plan.Disk = UnlessSet(plan.Disk, prior.Disk);
    }

    private static Value<T> UnlessSet<T>(Value<T> planned, Value<T> prior)
        where T : notnull => planned.IsNull && prior.IsNull ? Value<T>.Unknown : planned;
}
