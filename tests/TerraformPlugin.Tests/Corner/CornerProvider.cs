using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A provider for the framework's corners: one resource with every kind of attribute, and one data source.</summary>
internal sealed class CornerProvider : Provider<CornerSettings>
{
    private readonly CornerCloud _cloud;

    public CornerProvider(CornerCloud cloud)
    {
        _cloud = cloud;
        Resources.Add("corner_thing", () => new CornerResource(cloud));
        Resources.Add("corner_broken", () => new BrokenResource(cloud));
        DataSources.Add("corner_thing", () => new CornerDataSource(cloud));
    }

    public override Schema<CornerSettings> Schema { get; } = new("A provider for tests.", CornerSettings.Table);

    public override Diagnostic? Explain(Exception exception) => _cloud.Explaining(exception);

    protected override Task ConfigureAsync(ConfigureContext<CornerSettings> context)
    {
        _cloud.Configurations.Add(context.Config.Token);
        return Task.CompletedTask;
    }
}
