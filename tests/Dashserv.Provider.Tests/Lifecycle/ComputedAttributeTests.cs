using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Microsoft.Extensions.Logging.Abstractions;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>Every computed attribute of every resource has its value, sooner or later: none is null for ever that the API has something to say of.</summary>
public sealed class ComputedAttributeTests
{
    private static readonly Registry<Resource> Resources = new DashservProvider(NullLoggerFactory.Instance, TimeProvider.System).Resources;

    private static readonly SimulatorOptions Slow = new() { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1) };

    public static TheoryData<string> Types => [.. Resources.TypeNames.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Samples => Those(_ => true);

    public static TheoryData<string> OrderedSamples => Those(s => TableOf(s.Type).Attributes.Any(a => a.Name == "order_id"));

    public static TheoryData<string> ImportedSamples => Those(s => s.ImportId is not null);

    [Theory]
    [MemberData(nameof(Types))]
    public void Table_OfEachResource_ComputesWhatTheSamplesAreAskedFor(string type)
    {
        Assert.Contains(ComputedSamples.All, s => s.Type == type);
        Assert.True(ComputedSamples.Computed.ContainsKey(type), $"What {type} computes is not listed.");
        Assert.Equal(Listed(type).Order(StringComparer.Ordinal), ComputedOf(TableOf(type)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Create_Planned_PromisesNoNull(string name)
    {
        var sample = ComputedSamples.All.Single(s => s.ToString() == name);
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var plan = await world.Resource(sample.Type).PlanAsync(sample.Configure(world));
        Assert.False(plan.HasErrors);
        Assert.Empty(NullIn(plan.Planned, sample.Type).Except(sample.Null.Keys));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Create_AppliedAndRefreshed_KnowsEach(string name)
    {
        var sample = ComputedSamples.All.Single(s => s.ToString() == name);
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var resource = await CreateAsync(world, sample);
        Assert.Equal(sample.Null.Keys.Order(), NullIn(resource.Value, sample.Type).Order());
        Assert.Empty(await resource.RefreshAsync());
        Assert.Equal(sample.Null.Keys.Order(), NullIn(resource.Value, sample.Type).Order());
    }

    [Theory]
    [MemberData(nameof(ImportedSamples))]
    public async Task Import_KnowsEach(string name)
    {
        var sample = ComputedSamples.All.Single(s => s.ToString() == name);
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var resource = await CreateAsync(world, sample);
        var imported = world.Core.Resource(sample.Type, "imported");
        Assert.Empty(await imported.ImportAsync(sample.ImportId!(resource)));
        Assert.Equal(sample.Null.Keys.Concat(sample.NullAfterImport.Keys).Order(), NullIn(imported.Value, sample.Type).Where(p => !p.Contains('.')).Order());
    }

    [Theory]
    [MemberData(nameof(OrderedSamples))]
    public async Task Pending_PlannedAgainAndThenDelivered_LeavesEachOpenAndKnowsItAfterwards(string name)
    {
        var sample = ComputedSamples.All.Single(s => s.ToString() == name);
        await using var world = await ProviderWorld.StartAsync(Slow, time: new JumpingClock());
        var config = sample.Configure(world).With("timeouts", Config.Of(("create", "1m")));
        var resource = world.Resource(sample.Type);
        Assert.Equal("Not ready yet", Assert.Single(await resource.ApplyAsync(config)).Summary);
        Assert.Contains("id", NullIn(resource.Value, sample.Type));
        var plan = await resource.PlanAsync(config);
        Assert.False(plan.HasErrors);
        Assert.Empty(NullIn(plan.Planned, sample.Type).Except(sample.Null.Keys));
        world.Simulator.World.EndOrder((string)resource["order_id"]!);
        Assert.DoesNotContain(await resource.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(sample.Null.Keys.Order(), NullIn(resource.Value, sample.Type).Order());
        Assert.Equal(ChangeAction.NoOp, (await resource.PlanAsync(config)).Action);
    }

    private static async Task<ResourceInstance> CreateAsync(ProviderWorld world, ComputedSample sample)
    {
        var resource = world.Resource(sample.Type);
        Assert.DoesNotContain(await resource.ApplyAsync(sample.Configure(world)), d => d.Severity == Severity.Error);
        return resource;
    }

    private static TheoryData<string> Those(Func<ComputedSample, bool> are) => [.. ComputedSamples.All.Where(are).Select(s => s.ToString())];

    private static IObjectTable TableOf(string type) => Resources[type].UntypedSchema.Table;

    private static string[] Listed(string type) => ComputedSamples.Computed[type].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> ComputedOf(IObjectTable table, string prefix = "") => table.Attributes.Where(a => a.IsComputed)
        .SelectMany(a => (a.Nested is null ? [] : ComputedOf(a.Nested, $"{prefix}{a.Name}.")).Prepend(prefix + a.Name));

    /// <summary>The computed attributes that are null, each by its path; what is below one that is null is left out.</summary>
    private static string[] NullIn(TfValue value, string type) => [.. Listed(type).Where(path => At(value, path.Split('.')).Any(v => v.IsNull))];

    private static IEnumerable<TfValue> At(TfValue value, string[] path) => (value, path) switch
    {
        (_, []) => [value],
        (TfSequence list, _) => list.Elements.SelectMany(e => At(e, path)),
        (TfMapping mapping, [var name, .. var rest]) => At(mapping[name], rest),
        _ => [],
    };
}
