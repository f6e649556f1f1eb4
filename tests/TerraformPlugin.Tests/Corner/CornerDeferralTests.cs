using CoreHarness;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Corner;

/// <summary>What becomes of a read for which the provider is not configured enough yet.</summary>
public sealed class CornerDeferralTests : CornerTest
{
    private static readonly Config Lookup = Config.Of(("id", "1"));

    public CornerDeferralTests() => Cloud.DuringRead = _ => throw new UnknownConfigurationException();

    [Fact]
    public async Task ReadData_WhereCoreCanWait_IsPutOff()
    {
        using var core = new CoreProvider(new CornerProvider(Cloud)) { DeferralAllowed = true };

        var read = await core.ReadDataAsync("corner_thing", Lookup);

        Assert.True(read.IsDeferred);
        Assert.Equal("1", read["id"]);
        Assert.True(Assert.IsType<TfValue>(read["name"], exactMatch: false).IsUnknown);
    }

    [Fact]
    public async Task ReadData_WhereCoreCannotWait_SaysWhatToDo()
    {
        var read = await Core.ReadDataAsync("corner_thing", Lookup);

        Assert.Equal("The provider is not configured yet", Assert.Single(read.Diagnostics).Summary);
        Assert.Contains("-target", read.Diagnostics.Single().Detail, StringComparison.Ordinal);
    }
}
