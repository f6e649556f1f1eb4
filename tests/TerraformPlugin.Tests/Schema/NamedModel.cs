using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Schema;

/// <summary>What several models have in common.</summary>
internal abstract class NamedModel
{
    public Value<string> Name;
}
