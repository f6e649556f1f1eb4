using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Schema.MachineModel>;

namespace TerraformPlugin.Tests.Schema;

/// <summary>A model whose lines are read from two records; one line is read from neither.</summary>
internal sealed class MachineModel : NamedModel
{
    public Value<long> Cores;
    public Value<decimal> Price;
    public Value<bool> Online;
    public Value<string> Serial;
    public Value<long> DiskSize;
    public Value<string> Note;

    public static ObjectTable<MachineModel> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Required().Validate(Validators.NotEmpty()).From((MachineRecord r) => r.Name).Describe("A name."),
        Attr.Integer("cores", m => ref m.Cores).Default(2).RequiresReplace().From((MachineRecord r) => r.Cores).Describe("CPU cores."),
        Attr.Decimal("price", m => ref m.Price).Computed().Sensitive().From((MachineRecord r) => r.Price).Describe("A price."),
        Attr.Bool("online", m => ref m.Online).Computed().UseStateForUnknown().From((MachineRecord r) => r.Online).Describe("Whether it runs."),
        Attr.Text("serial", m => ref m.Serial).Computed().From((DiskRecord r) => r.Serial).Describe("The disk's serial number."),
        Attr.Integer("disk_size", m => ref m.DiskSize).Computed().From((DiskRecord r) => r.Size).Describe("The disk's size in GB."),
        Attr.Text("note", m => ref m.Note).Optional().SemanticEquals((a, b) => a.Length == b.Length).Deprecated("Use name.").Describe("A note."));
}
