using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Schema.MachineLookup>;

namespace TerraformPlugin.Tests.Schema;

/// <summary>A model that shows the lines of a machine beside its own.</summary>
internal sealed class MachineLookup
{
    public Value<string> Id;
    public readonly MachineModel Machine = new();

    public static ObjectTable<MachineLookup> Table { get; } = new(
    [
        Attr.Text("id", m => ref m.Id).Required().From((MachineRecord r) => $"id of {r.Name}").Describe("The id."),
        .. MachineModel.Table.Attributes.Select(a => MachineModel.Table[a.Name].Within((MachineLookup m) => m.Machine)),
    ]);
}
