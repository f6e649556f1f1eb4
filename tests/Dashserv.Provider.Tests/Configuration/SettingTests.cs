using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>Numbers and switches of the provider block, and their environment variables.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("max_concurrent_requests", 0, "smallest allowed value is 1")]
    [InlineData("max_concurrent_requests", 1_001, "largest allowed value is 1000")]
    [InlineData("max_concurrent_requests", 1e18, "largest allowed value is 1000")]
    [InlineData("requests_per_second", 0, "smallest allowed value is 0.01")]
    [InlineData("requests_per_second", -1.5, "smallest allowed value is 0.01")]
    [InlineData("requests_per_second", 1e-300, "smallest allowed value is 0.01")]
    [InlineData("requests_per_second", 1e17, "largest allowed value is 10000")]
    [InlineData("requests_per_second", 1e300, "largest allowed value is 10000")]
    [InlineData("max_retries", 101, "largest allowed value is 100")]
    [InlineData("max_retries", -1, "smallest allowed value is 0")]
    [InlineData("poll_interval", "2", "\"2\" is not a duration")]
    [InlineData("poll_interval", "0s", "over zero")]
    [InlineData("poll_interval", "-2s", "not a duration")]
    public async Task Setting_OutOfRange_SaysWhatIsAllowed(string attribute, object value, string allowed)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError(await provider.ConfigureAsync(provider.Block.With(attribute, value)));
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(10_000)]
    [InlineData(100.0 / 3)]
    public async Task RequestsPerSecond_Allowed_IsTakenAsItIs(double value)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty((await provider.AskAsync(provider.Block.With("requests_per_second", value))).Diagnostics);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1025")]
    [InlineData("64 MiB")]
    [InlineData("99999999999999999999")]
    public async Task MaxAnswer_Unusable_IsToldByItsName(string value)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError(await provider.Set("DASHSERV_MAX_ANSWER_MIB", value).ConfigureAsync(provider.Block));
        Assert.Equal("Invalid value in DASHSERV_MAX_ANSWER_MIB", error.Summary);
        Assert.Contains($"\"{value}\" is not a whole number from 1 to 1024", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("3", true)]
    public async Task MaxAnswer_ListIsLonger_SaysWhereToRaiseIt(string mib, bool isEnough)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        provider.Simulator.Faults.Add(new FaultRule { Times = 0, Status = 200, Text = $$"""{"success":true,"data":[]{{new string(' ', 2 * 1024 * 1024)}}}""" });
        var result = await provider.Set("DASHSERV_MAX_ANSWER_MIB", mib).AskAsync(provider.Block);
        if (isEnough)
        {
            Assert.Empty(result.Diagnostics);
            return;
        }

        var error = ProviderWorld.TheError(result.Diagnostics);
        Assert.Contains("the answer is larger than 1 MiB", error.Detail, StringComparison.Ordinal);
        Assert.Contains("DASHSERV_MAX_ANSWER_MIB=256", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DASHSERV_POLL_INTERVAL", "soon", "poll_interval", "\"2s\"")]
    [InlineData("DASHSERV_POLL_INTERVAL", "0", "poll_interval", "over zero")]
    [InlineData("DASHSERV_PLAN_CHECKS", "maybe", "plan_checks", "neither \"true\" nor \"false\"")]
    public async Task Variable_Unusable_IsToldByItsName(string variable, string value, string attribute, string allowed)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError(await provider.Set(variable, value).ConfigureAsync(provider.Block.Without(attribute)));
        Assert.Equal(($"Invalid value in {variable}", attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains($"\"{value}\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poll_interval", "1s", "DASHSERV_POLL_INTERVAL", "soon")]
    [InlineData("plan_checks", true, "DASHSERV_PLAN_CHECKS", "maybe")]
    public async Task Variable_UnusableBesideConfiguration_IsNotRead(string attribute, object value, string variable, string unusable)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty(await provider.Set(variable, unusable).ConfigureAsync(provider.Block.With(attribute, value)));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "true", true)]
    [InlineData(null, "1", true)]
    [InlineData(null, "", true)]
    [InlineData(null, "FALSE", false)]
    [InlineData(null, "0", false)]
    [InlineData(true, "false", true)]
    [InlineData(false, "true", false)]
    public async Task PlanChecks_ConfigurationOverEnvironment_DecidesWhetherPlansAsk(bool? configured, string? variable, bool asks)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty(await provider.Set("DASHSERV_PLAN_CHECKS", variable).ConfigureAsync(provider.Block.With("plan_checks", configured)));
        var plan = await provider.Core.Resource(TestVserver.Type).PlanAsync(TestVserver.Config);
        Assert.Empty(plan.Diagnostics);
        Assert.Equal((asks, !asks), (provider.Simulator.Journal.Count() > 0, plan.IsUnknown("quote")));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task MaxRetries_IsHowOftenARequestIsSentAgain(int retries, int requests)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        provider.Simulator.Faults.Add(new FaultRule { Times = 0, Status = 502, RetryAfter = 0 });
        ProviderWorld.TheError((await provider.AskAsync(provider.Block.With("max_retries", retries))).Diagnostics);
        Assert.Equal(requests, provider.Simulator.Journal.Count());
    }

    [Fact]
    public async Task NothingConfigured_IsNoError()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty(await provider.ConfigureAsync(Config.Empty));
    }

    [Fact]
    public async Task ConfiguredAgain_TakesTheNewSettings()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Equal("reseller", await provider.AccountAsync(provider.Block));
        Assert.Equal("customer", await provider.AccountAsync(provider.Block.With("token", "simulator-customer")));
    }
}
