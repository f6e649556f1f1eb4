using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Planning.PlanValues;

namespace TerraformPlugin.Tests.Planning;

/// <summary>The sequence of a plan: what the resource is asked, and what becomes of its answer.</summary>
public sealed class ResourcePlannerTests
{
    private readonly Diagnostics _diagnostics = new();
    private TfValue? _asked;

    [Fact]
    public async Task PlanAsync_OfACreate_AsksTheResourceAfterTheRules()
    {
        var config = In("one", Part(("plain", "p"), ("secret", "s")));

        var plan = await PlanAsync(config, TfValue.Null, config, planned => planned);

        var expected = In("one", Part(("plain", "p"), ("default", "d"), ("computed", Unknown), ("stable", Unknown)));
        Assert.Equal((expected, expected), (_asked, plan.Planned));
        Assert.Empty(plan.Replacements);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public async Task PlanAsync_WrittenDifferently_IsNoChange()
    {
        var prior = In("one", Part(("loose", "Abc"), ("default", "d"), ("computed", "c"), ("stable", "s")));
        var proposed = In("one", Part(("loose", "ABC"), ("default", "d"), ("computed", "c"), ("stable", "s")));

        var plan = await PlanAsync(In("one", Part(("loose", "ABC"))), prior, proposed, planned => planned);

        Assert.Equal(prior, plan.Planned);
    }

    [Fact]
    public async Task PlanAsync_OfADestroy_AsksTheResourceAndReplacesNothing()
    {
        var plan = await PlanAsync(TfValue.Null, In("one", Part(("forcing", "f"))), TfValue.Null, planned => planned, AttributePath.Of("one"));

        Assert.Equal((TfValue.Null, TfValue.Null), (_asked, plan.Planned));
        Assert.Empty(plan.Replacements);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public async Task PlanAsync_WhatTheResourceDemands_ReplacesBesideWhatTheTableSays()
    {
        var (prior, config) = (In("one", Part(("forcing", "old"))), In("one", Part(("forcing", "new"))));

        var plan = await PlanAsync(config, prior, config, planned => planned, AttributePath.Of("one").Attribute("plain"));

        Assert.Equal(["one.forcing", "one.plain"], plan.Replacements.Select(p => p.ToString()));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public async Task PlanAsync_WhatTheResourceMayNotPlan_IsReported()
    {
        var config = Of(("text", "t"));

        var plan = await PlanAsync(config, TfValue.Null, config, _ => Of(("text", "other")), AttributePath.Of("many").Index(3));

        Assert.Equal(Of(("text", "other")), plan.Planned);
        Assert.Equal(["text", "many[3]"], _diagnostics.Select(d => d.Path.ToString()));
    }

    private Task<PlannedChange> PlanAsync(
        TfValue config, TfValue prior, TfValue proposed, Func<TfValue, TfValue> ownPlan, params AttributePath[] demanded) =>
        ResourcePlanner.PlanAsync(
            PlanModel.Table,
            config,
            prior,
            proposed,
            planned =>
            {
                _asked = planned;
                return Task.FromResult(new PlannedChange(ownPlan(planned), demanded));
            },
            _diagnostics);
}
