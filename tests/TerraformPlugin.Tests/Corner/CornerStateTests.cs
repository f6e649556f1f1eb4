using CoreHarness;

namespace TerraformPlugin.Tests.Corner;

/// <summary>State that another version of the provider wrote.</summary>
public sealed class CornerStateTests : CornerTest
{
    [Fact]
    public async Task Upgrade_FromTheFirstVersion_GoesThroughEachVersion()
    {
        var thing = Core.Resource("corner_thing");
        thing.State = new InstanceState("""{"id":"thing-9","title":"old","integer":"16 GB","gone":[1]}""", SchemaVersion: 0);
        Cloud.Things["thing-9"] = new CornerModel { Id = "thing-9", Name = "old", Integer = 16, Region = "north", Enabled = true, Revision = 1 };

        var plan = await thing.PlanAsync(Named("old").With("integer", 16));

        Assert.Empty(plan.Diagnostics);
        Assert.Equal(ChangeAction.NoOp, plan.Action);
        Assert.Equal(2, thing.State.SchemaVersion);
    }

    [Fact]
    public async Task Upgrade_SameVersion_DropsStrangersAndFillsInDefaults()
    {
        var thing = Core.Resource("corner_thing");
        thing.State = new InstanceState("""{"id":"x","name":"n","gone":1,"main":{"name":"m","gone":true}}""", SchemaVersion: 2);
        Cloud.DuringRead = _ => throw new InvalidOperationException("not asked for here");

        await thing.RefreshAsync();

        Assert.Equal(("north", true, 10L), (thing["region"], thing["enabled"], thing["main.size"]));
    }

    [Fact]
    public async Task Upgrade_ValueOfAnAttributeThatBecameWriteOnly_IsDropped()
    {
        var thing = Core.Resource("corner_thing");
        thing.State = new InstanceState("""{"id":"x","name":"n","secret":"was stored once"}""", SchemaVersion: 2);

        Assert.Empty(await thing.RefreshAsync());
    }

    [Fact]
    public async Task Upgrade_StateThatIsNotOurs_IsAnErrorWithThePath()
    {
        var thing = Core.Resource("corner_thing");
        thing.State = new InstanceState("""{"name":"n","integer":"many"}""", SchemaVersion: 2);

        var diagnostics = await thing.RefreshAsync();

        Assert.Equal("integer", Assert.Single(diagnostics).Path.ToString());
        Assert.True(thing.Exists);
    }

    [Fact]
    public async Task Upgrade_UpgraderThrows_IsAnError()
    {
        var thing = Core.Resource("corner_thing");
        thing.State = new InstanceState("""{"title":"n"}""", SchemaVersion: 1);

        Assert.True((await thing.RefreshAsync()).HasErrors);
    }

    [Fact]
    public async Task Private_OfAnotherProvider_IsNoNotes()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        thing.State = thing.State! with { Private = [0xFF, 0x00, 0x7B] };

        Assert.False((await thing.RefreshAsync()).HasErrors);
    }

    [Fact]
    public async Task Import_ThenPlan_ChangesOnlyWhatDiffers()
    {
        await Core.Resource("corner_thing").ApplyAsync(Everything);
        var imported = Core.Resource("corner_thing", "imported");

        var diagnostics = await imported.ImportAsync("thing-1");
        var plan = await imported.PlanAsync(Everything.With("integer", 8));

        Assert.Empty(diagnostics);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal(["integer", "revision"], plan.Changes.Except(["disks", "main", "addons", "slots"]));
    }
}
