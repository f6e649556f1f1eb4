using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace TerraformPlugin.Tests.Corner;

/// <summary>Finds a thing by its id.</summary>
internal sealed class CornerDataSource(CornerCloud cloud) : DataSource<CornerLookup>
{
    public override Schema<CornerLookup> Schema { get; } = new("A thing that exists.", CornerLookup.Table);

    protected override async Task ReadAsync(DataContext<CornerLookup> context)
    {
        await cloud.DuringRead(context.CancellationToken);
        if (cloud.Things.TryGetValue(context.State.Id.Known, out var thing))
        {
            context.State.Name = thing.Name;
        }
        else
        {
            context.Diagnostics.Error("id", "Not found", $"There is no thing {context.State.Id}.");
        }
    }
}
