using CoreHarness;
using Google.Protobuf;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The core of the tests sees each broken rule: a provider's answers are changed on their way.</summary>
public sealed class CoreRuleTests : IDisposable
{
    private readonly TamperingTransport _transport = new(new CornerProvider(new CornerCloud()));
    private readonly CoreProvider _core;
    private readonly Config _config = Config.Of(("name", "n"), ("tags", new[] { "a" }), ("disks", new[] { Config.Of(("name", "d")) }), ("secret", "s"));

    public CoreRuleTests() => _core = new CoreProvider(_transport);

    [Theory]
    [InlineData("name", "other", ".name: planned value cty.StringVal(\"other\") does not match config value cty.StringVal(\"n\").")]
    [InlineData("name", null, "does not match config value")]
    [InlineData("tags", null, ".tags: planned value cty.NullVal")]
    [InlineData("disks", null, ".disks: planned for absence but config wants existence")]
    [InlineData("path", "made up", ".path: planned value cty.StringVal(\"made up\") for a non-computed attribute")]
    [InlineData("password", "made up", ".password: sensitive planned value for a non-computed attribute")]
    [InlineData("secret", "s", "returned a value for the write-only attribute \"corner_thing.test.secret\" during planning")]
    public async Task Plan_ValueThatMayNotBe_IsAnInvalidPlan(string attribute, string? value, string detail)
    {
        On<Proto.PlanResourceChange.Types.Response>(
            r => r.PlannedState = Change(r.PlannedState, attribute, value is null ? TfValue.Null : new TfString(value)));

        var e = await Assert.ThrowsAsync<CoreRuleViolationException>(() => _core.Resource("corner_thing").PlanAsync(_config));

        Assert.Equal("Provider produced invalid plan", e.Summary);
        Assert.Contains(detail, e.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_AnotherNumberOfObjects_IsAnInvalidPlan()
    {
        On<Proto.PlanResourceChange.Types.Response>(r => r.PlannedState = Change(r.PlannedState, "disks", new TfSequence([])));

        await ThrowsAsync(() => _core.Resource("corner_thing").PlanAsync(_config), ".disks: count in plan (0) disagrees with count in config (1)");
    }

    [Fact]
    public async Task Plan_AnotherShape_IsAnInvalidPlan()
    {
        On<Proto.PlanResourceChange.Types.Response>(r => r.PlannedState = new Proto.DynamicValue { Msgpack = ByteString.CopyFrom(0x80) });

        await ThrowsAsync(() => _core.Resource("corner_thing").PlanAsync(_config), "attributes is required (0 given)");
    }

    [Fact]
    public async Task Plan_ReplacementBecauseOfNothing_IsAnInvalidPlan()
    {
        On<Proto.PlanResourceChange.Types.Response>(r => r.RequiresReplace.Add(AttributePath.Of("disks").Index(3).ToMessage()));

        await ThrowsAsync(() => _core.Resource("corner_thing").PlanAsync(_config), "for a non-existent attribute path .disks[3]");
    }

    [Fact]
    public async Task Destroy_PlannedToBeSomething_IsAnInvalidPlan()
    {
        var thing = _core.Resource("corner_thing");
        await thing.ApplyAsync(_config);
        On<Proto.PlanResourceChange.Types.Response>(r => r.PlannedState = thing.Value.ToMessage(CornerModel.Table.ObjectType));

        await ThrowsAsync(thing.PlanDestroyAsync, "planned a non-null destroy value for corner_thing.test");
    }

    [Fact]
    public async Task FinalPlan_KnownValueChanged_IsInconsistent()
    {
        var thing = _core.Resource("corner_thing");
        On<Proto.PlanResourceChange.Types.Response>(r => r.PlannedState = Change(r.PlannedState, "id", new TfString("first")));
        var plan = await thing.PlanAsync(_config);
        On<Proto.PlanResourceChange.Types.Response>(r => r.PlannedState = Change(r.PlannedState, "id", new TfString("second")));

        await ThrowsAsync(
            () => thing.ApplyAsync(plan), "produced an invalid new value for .id: was cty.StringVal(\"first\"), but now cty.StringVal(\"second\")");
    }

    [Theory]
    [InlineData("name", "other", ".name: was cty.StringVal(\"n\"), but now cty.StringVal(\"other\")")]
    [InlineData("name", null, ".name: was cty.StringVal(\"n\"), but now null")]
    [InlineData("path", "new", ".path: was null, but now cty.StringVal(\"new\")")]
    [InlineData("password", "new", ".password: inconsistent values for sensitive attribute")]
    public async Task Apply_ValueThatWasNotPlanned_IsInconsistentButSaved(string attribute, string? value, string detail)
    {
        On<Proto.ApplyResourceChange.Types.Response>(r => r.NewState = Change(r.NewState, attribute, value is null ? TfValue.Null : new TfString(value)));
        var thing = _core.Resource("corner_thing");

        await ThrowsAsync(() => thing.ApplyAsync(_config), detail);

        Assert.Equal(value, thing[attribute]);
    }

    [Fact]
    public async Task Apply_UnknownValue_IsInvalidAndSavedAsNull()
    {
        On<Proto.ApplyResourceChange.Types.Response>(r => r.NewState = Change(r.NewState, "id", TfValue.Unknown));
        var thing = _core.Resource("corner_thing");

        await ThrowsAsync(() => thing.ApplyAsync(_config), "the provider still indicated an unknown value for corner_thing.test.id");

        Assert.Null(thing["id"]);
        Assert.Equal("n", thing["name"]);
    }

    [Fact]
    public async Task Apply_WriteOnlyValue_LosesTheObject()
    {
        On<Proto.ApplyResourceChange.Types.Response>(r => r.NewState = Change(r.NewState, "secret", new TfString("s")));
        var thing = _core.Resource("corner_thing");

        await ThrowsAsync(() => thing.ApplyAsync(_config), "write-only attribute \"corner_thing.test.secret\" after apply");

        Assert.False(thing.Exists);
    }

    [Fact]
    public async Task Apply_NothingWithoutAnError_IsInvalid()
    {
        On<Proto.ApplyResourceChange.Types.Response>(r => r.NewState = null);

        await ThrowsAsync(() => _core.Resource("corner_thing").ApplyAsync(_config), "After applying a Create plan, the provider returned a null object");
    }

    [Fact]
    public async Task Read_UnknownValue_IsInvalid()
    {
        var thing = _core.Resource("corner_thing");
        await thing.ApplyAsync(_config);
        On<Proto.ReadResource.Types.Response>(r => r.NewState = Change(r.NewState, "id", TfValue.Unknown));

        await ThrowsAsync(thing.RefreshAsync, "The returned state contains unknown values");
    }

    [Fact]
    public async Task Lifecycle_PlanThatIsNeverEmpty_Fails()
    {
        On<Proto.ReadResource.Types.Response>(r => r.NewState = Change(r.NewState, "path", new TfString("drift")));

        await ThrowsAsync(
            () => _core.CheckLifecycleAsync("corner_thing", _config), "the plan after create is not empty: the plan is to Update, for disks, path");
    }

    [Fact]
    public async Task Schema_WithAnAttributeThatNobodySets_IsRefused()
    {
        On<Proto.GetProviderSchema.Types.Response>(r => r.ResourceSchemas["corner_thing"].Block.Attributes[0].Computed = false);

        await ThrowsAsync(() => _core.Resource("corner_thing").PlanAsync(_config), "id: must set Optional, Required or Computed");
    }

    public void Dispose() => _core.Dispose();

    private static async Task ThrowsAsync(Func<Task> call, string detail) =>
        Assert.Contains(detail, (await Assert.ThrowsAsync<CoreRuleViolationException>(call)).Detail, StringComparison.Ordinal);

    private void On<TResponse>(Action<TResponse> change) => _transport.Tamper = (_, response) =>
    {
        if (response is TResponse wanted)
        {
            change(wanted);
        }
    };

    private static Proto.DynamicValue Change(Proto.DynamicValue state, string attribute, TfValue value)
    {
        var type = CornerModel.Table.ObjectType;
        return state.ToValue(type) is TfMapping mapping
            ? new TfMapping(mapping.Keys.Select(k => KeyValuePair.Create(k, k == attribute ? value : mapping[k]))).ToMessage(type)
            : state;
    }
}
