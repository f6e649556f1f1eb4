using TerraformPlugin.Schema;
using TerraformPlugin.Tests.Planning;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Schema.WholeModel>;

namespace TerraformPlugin.Tests.Schema;

/// <summary>A model with a nested object that only the provider sets.</summary>
internal sealed class WholeModel
{
    public Value<PlanPart> Whole;

    public static ObjectTable<WholeModel> Table { get; } = new(Attr.Single("whole", PlanPart.Table, m => ref m.Whole).Computed());
}
