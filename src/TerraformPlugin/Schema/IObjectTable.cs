using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>The attributes of an object without the model behind them: what planning and the wire work on.</summary>
public interface IObjectTable
{
    IReadOnlyList<SchemaAttribute> Attributes { get; }

    TfObjectType ObjectType { get; }
}
