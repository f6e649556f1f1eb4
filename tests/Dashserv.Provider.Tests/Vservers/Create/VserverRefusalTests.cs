using CoreHarness;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>Each error of a plan names its attribute, and what is allowed.</summary>
public sealed class VserverRefusalTests
{
    [Theory]
    [InlineData("cores", 99, "1 to 16")]
    [InlineData("ram", 1000, "1 to 64")]
    [InlineData("disk", 45, "steps of 10")]
    [InlineData("image", "beos5", "Debian")]
    [InlineData("location", "Atlantis", "kc7aV")]
    [InlineData("location", "NL", "Ambiguous")]
    [InlineData("period", "7 years", "1 Monat")]
    public async Task Plan_NotInTheForm_SaysWhatIs(string attribute, object value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With(attribute, value))).Diagnostics);
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains(allowed, $"{error.Summary} {error.Detail}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_UnknownOption_ListsTheOptions()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("options", Config.Of(("warp", "9")));
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(config)).Diagnostics);
        Assert.Equal("options[\"warp\"]", error.Path.ToString());
        Assert.Contains("\"cpu\"", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cores")]
    [InlineData("ram")]
    [InlineData("disk")]
    public async Task Validate_SizeMissing_IsDemanded(string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Config.Without(attribute)));
        Assert.Equal(attribute, error.Path.ToString());
    }

    [Theory]
    [InlineData("on_os_change", "maybe")]
    [InlineData("on_destroy", "keep")]
    [InlineData("on_create_timeout", "hope")]
    [InlineData("power_state", "standby")]
    [InlineData("product", "toaster")]
    [InlineData("shutdown_timeout", "soon")]
    public async Task Validate_WrongWord_SaysWhichAreRight(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = Assert.Single(
            await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Config.With(attribute, value)), d => d.Path.ToString() == attribute);
        Assert.Contains(value, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_SmallerDisk_ExplainsTheWayOut()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var error = ProviderWorld.TheError((await server.PlanAsync(TestVserver.Config.With("disk", 20))).Diagnostics);
        Assert.Equal("disk", error.Path.ToString());
        Assert.Contains("-replace", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_TooExpensive_Fails()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("max_monthly_price", 1))).Diagnostics);
        Assert.Equal("max_monthly_price", error.Path.ToString());
    }

    [Fact]
    public async Task Plan_Protected_NeitherDestroysNorReplaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("deletion_protection", true);
        var server = await world.CreateVserverAsync(config);
        Assert.Equal("deletion_protection", ProviderWorld.TheError((await server.PlanDestroyAsync()).Diagnostics).Path.ToString());
        Assert.Equal("deletion_protection", ProviderWorld.TheError((await server.PlanAsync(config.With("name", "other"))).Diagnostics).Path.ToString());
    }

    [Fact]
    public async Task Plan_ImageMustNotChange_Fails()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "error");
        var server = await world.CreateVserverAsync(config);
        Assert.Equal("image", ProviderWorld.TheError((await server.PlanAsync(config.With("image", "debian10"))).Diagnostics).Path.ToString());
    }
}
