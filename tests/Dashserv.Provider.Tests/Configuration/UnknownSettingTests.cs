using CoreHarness;
using Dashserv.Provider.Tests.Vservers;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>A provider block whose values another resource will produce: plans go through, and ask nobody.</summary>
public sealed class UnknownSettingTests
{
    public static TheoryData<string> Settings =>
        ["token", "token_file", "endpoint", "max_concurrent_requests", "requests_per_second", "max_retries", "plan_checks", "poll_interval"];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Plan_SettingUnknown_IsMadeWithoutTheApi(string setting)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var block = setting == "token_file" ? provider.Block.Without("token") : provider.Block;
        Assert.Empty(await provider.ConfigureAsync(block.With(setting, Config.Unknown)));
        var plan = await provider.Core.Resource(TestVserver.Type).PlanAsync(TestVserver.Config);
        Assert.Empty(plan.Diagnostics);
        Assert.Equal((ChangeAction.Create, true), (plan.Action, plan.IsUnknown("quote")));
        Assert.Equal(0, provider.Simulator.Journal.Count());
    }

    [Fact]
    public async Task Plan_TokenUnknownAndEnvironmentHasOne_DoesNotUseIt()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty(await provider.Set("DASHSERV_TOKEN", "simulator-customer").ConfigureAsync(provider.Block.With("token", Config.Unknown)));
        Assert.False((await provider.Core.Resource(TestVserver.Type).PlanAsync(TestVserver.Config)).HasErrors);
        Assert.Equal(0, provider.Simulator.Journal.Count());
    }

    [Fact]
    public async Task Apply_TokenKnownByThen_CreatesWhatWasPlanned()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await provider.ConfigureAsync(provider.Block.With("token", Config.Unknown));
        var server = provider.Core.Resource(TestVserver.Type);
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Empty(await provider.ConfigureAsync(provider.Block));
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.NotNull(server["ipv4_address"]);
        Assert.Single(provider.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Refresh_TokenUnknown_KeepsTheStateAsItIs()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await provider.ConfigureAsync(provider.Block);
        var server = provider.Core.Resource(TestVserver.Type);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        var before = server.Value;
        await provider.ConfigureAsync(provider.Block.With("token", Config.Unknown));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
        Assert.Equal(before, server.Value);
    }

    [Theory]
    [InlineData("cores", 4, ChangeAction.Update)]
    [InlineData("image", "debian10", ChangeAction.Replace)]
    [InlineData("name", "other", ChangeAction.Replace)]
    public async Task Plan_ChangeWithTokenUnknown_IsPlannedWithoutTheApi(string attribute, object value, ChangeAction expected)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await provider.ConfigureAsync(provider.Block);
        var server = provider.Core.Resource(TestVserver.Type);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        await provider.ConfigureAsync(provider.Block.With("token", Config.Unknown));
        provider.Simulator.Journal.Clear();
        var plan = await server.PlanAsync(TestVserver.Config.With(attribute, value));
        Assert.Equal((expected, 0), (plan.Action, provider.Simulator.Journal.Count()));
    }

    [Fact]
    public async Task DataSource_TokenUnknown_SaysWhatToApplyFirst()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await provider.ConfigureAsync(provider.Block.With("token", Config.Unknown));
        var error = ProviderWorld.TheError((await provider.Core.ReadDataAsync("dashserv_vservers", Config.Empty)).Diagnostics);
        Assert.Contains("-target", error.Detail, StringComparison.Ordinal);
    }
}
