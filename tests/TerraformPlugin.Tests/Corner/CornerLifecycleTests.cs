using CoreHarness;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The whole life of a resource with every kind of attribute.</summary>
public sealed class CornerLifecycleTests : CornerTest
{
    [Fact]
    public async Task Lifecycle_EveryKindOfAttribute_PassesEveryRule()
    {
        var updated = Everything
            .With("name", "web2")
            .With("tags", new[] { "c" })
            .With("addons", new[] { Config.Of(("name", "a1")), Config.Of(("name", "new")) })
            .With("disks", new[] { Config.Of(("name", "d1")) })
            .With("slots", Config.Of(("right", Config.Of(("name", "r"), ("size", 2)))))
            .With("main", null)
            .With("number", 1e40)
            .With("ports", Array.Empty<int>());

        var steps = await Core.CheckLifecycleAsync("corner_thing", Everything, updated, i => (string)i["id"]!);

        Assert.Contains(steps, s => s.Name == "plan after import");
        Assert.Empty(Cloud.Things);
    }

    [Fact]
    public async Task Lifecycle_OnlyWhatIsRequired_PassesEveryRule() =>
        await Core.CheckLifecycleAsync("corner_thing", Named("bare"), Everything, i => (string)i["id"]!);

    [Fact]
    public async Task Plan_Create_ShowsDefaultsAndUnknowns()
    {
        var plan = await Core.Resource("corner_thing").PlanAsync(Everything.Without("region"));

        Assert.Equal(ChangeAction.Create, plan.Action);
        Assert.Equal("north", plan["region"]);
        Assert.True(plan.IsUnknown("id"));
        Assert.True(plan.IsUnknown("revision"));
        Assert.Equal(10L, plan["main.size"]);
        Assert.Equal(5L, plan["disks[0].size"]);
        Assert.True(plan.IsUnknown("disks[1].serial"));
        Assert.True(plan.IsUnknown("slots[\"left\"].serial"));
        Assert.Null(plan["secret"]);
        Assert.Equal(3.99m, plan["price"]);
    }

    [Fact]
    public async Task Plan_Update_KeepsWhatIsStable()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);

        var plan = await thing.PlanAsync(Everything.With("name", "other"));

        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal("thing-1", plan["id"]);
        Assert.True(plan.IsUnknown("revision"));
        Assert.Empty(plan.RequiresReplace);
    }

    [Fact]
    public async Task Plan_ForcingAttributeChanged_Replaces()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);

        var plan = await thing.PlanAsync(Everything.With("region", "west"));
        var applied = await thing.ApplyAsync(plan);

        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Equal(["region"], plan.RequiresReplace);
        Assert.True(plan.IsUnknown("id"));
        Assert.False(applied.HasErrors);
        Assert.Equal("thing-2", thing["id"]);
        Assert.Single(Cloud.Things);
    }

    [Fact]
    public async Task Plan_SameMeaning_IsEmpty()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);

        Assert.Equal(ChangeAction.NoOp, (await thing.PlanAsync(Everything.With("path", "/SRV"))).Action);
        Assert.Equal(ChangeAction.Update, (await thing.PlanAsync(Everything.With("path", "/var"))).Action);
    }

    [Fact]
    public async Task Plan_WriteOnlyAloneChanged_IsEmpty()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);

        Assert.Equal("write-only", Cloud.SecretSeen);
        Assert.Equal(ChangeAction.NoOp, (await thing.PlanAsync(Everything.With("secret", "other"))).Action);
        Assert.DoesNotContain("write-only", thing.State!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_UnknownConfiguration_StaysUnknownUntilTheApply()
    {
        var thing = Core.Resource("corner_thing");
        var config = Everything
            .With("name", Config.Unknown)
            .With("tags", new[] { "a", Config.Unknown })
            .With("main", Config.Of(("name", Config.Unknown)))
            .With("disks", Config.Unknown)
            .With("integer", Config.Unknown)
            .With("region", Config.Unknown);

        var plan = await thing.PlanAsync(config);
        var applied = await thing.ApplyAsync(plan, Everything.With("tags", new[] { "a", "late" }));

        Assert.True(plan.IsUnknown("name"));
        Assert.True(plan.IsUnknown("tags[1]"));
        Assert.True(plan.IsUnknown("main.name"));
        Assert.True(plan.IsUnknown("disks"));
        Assert.False(applied.HasErrors);
        Assert.Equal("late", thing["tags[1]"]);
    }

    [Fact]
    public async Task Apply_PlanLaterFoundEmpty_DoesNothing()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);

        var plan = await thing.PlanAsync(Everything.With("name", Config.Unknown));
        var applied = await thing.ApplyAsync(plan, Everything);

        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.False(applied.HasErrors);
        Assert.Equal(1L, thing["revision"]);
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("0.5")]
    [InlineData("-3")]
    [InlineData("9223372036854775808")]
    [InlineData("1152921504606846977")]
    [InlineData("10000000000000000000000000000000000000000")]
    [InlineData("3.14159265358979323846264338327950288419716939937510582097494")]
    public async Task Number_OfAnySize_ComesBackAsItWent(string number)
    {
        var config = Named("n").With("number", TfNumberText.Parse(number));
        var thing = Core.Resource("corner_thing");

        await thing.ApplyAsync(config);

        Assert.Equal(TfNumberText.Parse(number), thing.At("number"));
        Assert.Equal(ChangeAction.NoOp, (await thing.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task PrivateState_OfEveryCall_IsKept()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        await thing.RefreshAsync();
        await thing.ApplyAsync(Everything.With("name", "other"));

        var notes = System.Text.Encoding.UTF8.GetString(thing.State!.Private);

        Assert.Equal("""{"born":"thing-1","read":"yes"}""", notes);
    }
}
