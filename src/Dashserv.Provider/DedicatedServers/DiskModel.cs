using Dashserv.Api.Models;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.DiskModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>One of a dedicated server's disks.</summary>
internal sealed class DiskModel
{
    public Value<string> Name;
    public Value<string> Type;
    public Value<decimal> CapacityGb;

    public static ObjectTable<DiskModel> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Computed().Describe("Such as `250 GB DC SSD`."),
        Attr.Text("type", m => ref m.Type).Computed().Describe("Such as `SSD`."),
        Attr.Decimal("capacity_gb", m => ref m.CapacityGb).Computed().Describe("GB."));

    public static Value<IReadOnlyList<Value<DiskModel>>> AllOf(IReadOnlyList<ModelDisk>? disks) =>
        Value.Known<IReadOnlyList<Value<DiskModel>>>([.. (disks ?? []).Select(d => (Value<DiskModel>)Of(d))]);

    private static DiskModel Of(ModelDisk disk) => new()
    {
        Name = Value.OfNullable(disk.Name),
        Type = Value.OfNullable(disk.Type),
        CapacityGb = Value.OfNullable(disk.CapacityGb),
    };
}
