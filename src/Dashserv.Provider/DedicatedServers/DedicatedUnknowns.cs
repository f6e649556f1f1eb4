using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What a plan cannot know of a dedicated server whose order is not delivered.</summary>
internal static class DedicatedUnknowns
{
    public static void OfPendingOrder(DedicatedModel plan, DedicatedModel prior)
    {
        plan.Id = Value<string>.Unknown;
        plan.Name = Value<string>.Unknown;
        plan.Status = Value<string>.Unknown;
        plan.CreatedAt = Value<string>.Unknown;
        plan.LocationName = Value<string>.Unknown;
        plan.Country = Value<string>.Unknown;
        plan.Cpu = Value<CpuModel>.Unknown;
        plan.Ram = Value<RamModel>.Unknown;
        plan.Disks = Value<IReadOnlyList<Value<DiskModel>>>.Unknown;
        plan.BandwidthMbit = Value<decimal>.Unknown;
        plan.Ipv4Addresses = Value<IReadOnlyList<Value<string>>>.Unknown;
        plan.PrimaryIpv4Address = Value<string>.Unknown;
        plan.MacAddress = Value<string>.Unknown;
        plan.Os = Value<string>.Unknown;
        plan.MonthlyPrice = Value<decimal>.Unknown;
        plan.HourlyPrice = Value<decimal>.Unknown;
        plan.Location = plan.Location.IsNull && prior.Location.IsNull ? Value<string>.Unknown : plan.Location;
        plan.Template = plan.Template.IsNull && prior.Template.IsNull ? Value<string>.Unknown : plan.Template;
        plan.Hostname = plan.Hostname.IsNull && prior.Hostname.IsNull ? Value<string>.Unknown : plan.Hostname;
    }
}
