using TerraformPlugin.Schema;

namespace TerraformPlugin.TestPlugin;

/// <summary>The provider block: empty.</summary>
internal sealed class TestSettings
{
    public static ObjectTable<TestSettings> Table { get; } = new();
}
