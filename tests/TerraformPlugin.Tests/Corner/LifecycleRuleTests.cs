using CoreHarness;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A life cycle passes only if each of its steps did what it is there for.</summary>
public sealed class LifecycleRuleTests : CornerTest
{
    private static readonly Config Full = Named("n").With("path", "/srv").With("region", "south");
    private static readonly Config WithoutPath = Full.Without("path");

    private int _updates;

    public LifecycleRuleTests() => Cloud.DuringUpdate = _ =>
    {
        _updates++;
        return Task.CompletedTask;
    };

    [Fact]
    public async Task Update_ThatChangesNothing_Fails() =>
        await FailsAsync("the update changes nothing", Core.CheckLifecycleAsync("corner_thing", Full, Full.With("path", "/SRV")));

    [Fact]
    public async Task Import_PlanIsNotEmpty_FailsWithoutAnAdoption() =>
        await FailsAsync("the plan after import is not empty: the plan is to Update, for path", ImportAsync(null, t => t.Path = default));

    [Fact]
    public async Task Import_AdoptedWithoutAWrite_Passes()
    {
        var steps = await ImportAsync(new Adoption(WithoutPath, () => 0), t => t.Path = default);
        Assert.Equal(
            ["import", "plan after import", "plan adopt", "adopt", "plan after adopt", "destroy"], steps.Select(s => s.Name).SkipWhile(n => n != "import"));
        Assert.Equal(1, _updates);
    }

    [Fact]
    public async Task Import_AdoptedByAWrite_Fails() =>
        await FailsAsync("the adoption did something 1 times", ImportAsync(new Adoption(WithoutPath, () => _updates), t => t.Path = default));

    [Fact]
    public async Task Import_NothingIsLeftToAdopt_Fails() =>
        await FailsAsync("has to be adopted in place: the plan is to NoOp", ImportAsync(new Adoption(Full, () => 0), _ => { }));

    [Fact]
    public async Task Import_ReadablePartDiffers_Fails() =>
        await FailsAsync("the plan after import is not empty: the plan is to Update, for enabled", ImportAsync(new Adoption(WithoutPath, () => 0), t =>
        {
            t.Path = default;
            t.Enabled = false;
        }));

    [Fact]
    public async Task Import_WhatIsLeftWouldReplace_Fails() =>
        await FailsAsync(
            "has to be adopted in place: the plan is to Replace", ImportAsync(new Adoption(Full.Without("region"), () => 0), t => t.Region = "north"));

    /// <summary>The cycle without an update. What is imported has become something else.</summary>
    private Task<IReadOnlyList<LifecycleStep>> ImportAsync(Adoption? adoption, Action<CornerModel> change) => Core.CheckLifecycleAsync(
        "corner_thing",
        Full,
        importId: i =>
        {
            var id = (string)i["id"]!;
            change(Cloud.Things[id]);
            return id;
        },
        adoption: adoption);

    private static async Task FailsAsync(string detail, Task lifecycle) =>
        Assert.Contains(detail, (await Assert.ThrowsAsync<CoreRuleViolationException>(() => lifecycle)).Detail, StringComparison.Ordinal);
}
