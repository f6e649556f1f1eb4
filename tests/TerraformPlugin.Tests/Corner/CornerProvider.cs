using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A provider for the framework's corners: one resource with every kind of attribute, and one data source.</summary>
internal sealed class CornerProvider(CornerCloud cloud) : Provider<CornerSettings>
{
    public override Schema<CornerSettings> Schema { get; } = new("A provider for tests.", CornerSettings.Table);

    public override IReadOnlyDictionary<string, Func<Resource>> Resources { get; } = new Dictionary<string, Func<Resource>>
    {
        ["corner_thing"] = () => new CornerResource(cloud),
        ["corner_broken"] = () => new BrokenResource(cloud),
    };

    public override IReadOnlyDictionary<string, Func<DataSource>> DataSources { get; } = new Dictionary<string, Func<DataSource>>
    {
        ["corner_thing"] = () => new CornerDataSource(cloud),
    };

    protected override Task ConfigureAsync(ConfigureContext<CornerSettings> context)
    {
        cloud.Configurations.Add(context.Config.Token);
        return Task.CompletedTask;
    }
}
