using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.TestPlugin.OrderModel>;

namespace TerraformPlugin.TestPlugin;

/// <summary>Something that takes for ever to be made.</summary>
internal sealed class OrderModel
{
    public Value<string> Status;

    public static ObjectTable<OrderModel> Table { get; } = new(Attr.Text("status", m => ref m.Status).Computed().Describe("How far it got."));
}
