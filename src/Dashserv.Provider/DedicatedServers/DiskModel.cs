using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.DiskModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>One of a dedicated server's disks.</summary>
internal sealed class DiskModel
{
    public Value<string> Name { get; set; }

    public Value<string> Type { get; set; }

    public Value<decimal> CapacityGb { get; set; }

    public static ObjectTable<DiskModel> Table { get; } = new(
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("Such as `250 GB DC SSD`."),
        Attr.Text("type", m => m.Type, (m, v) => m.Type = v).Computed().Describe("Such as `SSD`."),
        Attr.Decimal("capacity_gb", m => m.CapacityGb, (m, v) => m.CapacityGb = v).Computed().Describe("GB."));
}
