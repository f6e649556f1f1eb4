using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Create;

/// <summary>What cannot be ordered: told in the plan, on its attribute, with what can.</summary>
public sealed class DedicatedServerRefusalTests
{
    [Fact]
    public async Task Plan_OutOfStock_ShowsTheStockAndWhatThereIs()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.SetStock("h5HGC", 0);
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config)).Diagnostics);
        Assert.Equal(("Out of stock", "model"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["h5HGC", "stock of 0", "Fzasc: Intel Xeon E3-1230v2 - 32 GB RAM - 1x 250 GB SSD, 2 in stock", "BSDcu"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("\"h5HGC:", error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Plan_OutOfStockButToBeOrderedInAdvance_IsPlannedAndToldOf()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.SetStock("BSDcu", 0);
        var warning = Assert.Single((await world.Dedicated().PlanAsync(TestDedicatedServer.Config.With("model", "BSDcu"))).Diagnostics);
        Assert.Equal((Severity.Warning, "The hardware has to be supplied first", "model"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.Contains("it may take days", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_UnknownModel_ListsWhatThereIs()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config.With("model", "EHe92D"))).Diagnostics);
        Assert.Equal(("No such model", "model"), (error.Summary, error.Path.ToString()));
        Assert.All(["EHe92D", "h5HGC", "10 in stock"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Plan 9")]
    [InlineData("999")]
    public async Task Plan_UnknownTemplate_ListsWhatThereIs(string template)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config.With("template", template))).Diagnostics);
        Assert.Equal(("No such template", "template"), (error.Summary, error.Path.ToString()));
        Assert.All(
            [template, "Debian 11 (Bullseye) (295)", "CentOS 7 (261)", "goes into options"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_UnknownTemplateToReinstall_ListsWhatThereIs()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        var error = Assert.Single((await server.PlanAsync(TestDedicatedServer.InPlace.With("template", "Plan 9"))).Diagnostics);
        Assert.Equal(("No such template", "template"), (error.Summary, error.Path.ToString()));
        Assert.Equal(1, world.Installations());
    }

    [Theory]
    [InlineData("location", "Atlantis", "kc7aV")]
    [InlineData("location", "NL", "Ambiguous")]
    [InlineData("period", "7 years", "1 Monat")]
    public async Task Plan_NotInTheForm_SaysWhatIs(string attribute, string value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config.With(attribute, value))).Diagnostics);
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains(allowed, $"{error.Summary} {error.Detail}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warp", "9", "\"bandwidth\"")]
    [InlineData("bandwidth", "3", "only 2")]
    [InlineData("ram", "64 GB", "32 GB DDR3 RAM")]
    public async Task Plan_OptionThatIsNotOffered_SaysWhatIs(string option, string value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error =
            ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config.With("options", Config.Of((option, value))))).Diagnostics);
        Assert.Equal($"options[\"{option}\"]", error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on_os_change", "maybe", "reinstall")]
    [InlineData("on_destroy", "keep", "abandon")]
    [InlineData("on_create_timeout", "hope", "resume")]
    [InlineData("power_state", "standby", "offline")]
    [InlineData("shutdown_timeout", "soon", "90s")]
    [InlineData("hostname", "not a host", "letters, digits")]
    [InlineData("max_monthly_price", 0, "not over zero")]
    [InlineData("model", "", "empty")]
    public async Task Validate_NoSuchValue_SaysWhatIs(string attribute, object value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestDedicatedServer.Type, TestDedicatedServer.Config.With(attribute, value)));
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains(allowed, $"{error.Summary} {error.Detail}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_TemplateWithoutHostname_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config.Without("hostname"))).Diagnostics);
        Assert.Equal(("hostname", "A host name is needed"), (error.Path.ToString(), error.Summary));
    }

    [Fact]
    public async Task Plan_ImportedWithoutHostname_IsDemandedWhereItIsReinstalled()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var imported = world.Core.Resource(TestDedicatedServer.Type, "imported");
        Assert.Empty(await imported.ImportAsync((string)server["id"]!));
        var config = TestDedicatedServer.InPlace.Without("hostname");
        Assert.Equal((0, ChangeAction.Update), ((await imported.PlanAsync(config)).Diagnostics.Count, (await imported.PlanAsync(config)).Action));
        var error = ProviderWorld.TheError((await imported.PlanAsync(config.With("template", "CentOS 8"))).Diagnostics);
        Assert.Equal(("hostname", "A host name is needed"), (error.Path.ToString(), error.Summary));
    }

    [Fact]
    public async Task Validate_TriggersWithoutTemplate_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Bare.With("reinstall_triggers", Config.Of(("a", "b")));
        Assert.Equal("reinstall_triggers", ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestDedicatedServer.Type, config)).Path.ToString());
    }

    [Fact]
    public async Task Plan_UnknownValues_WaitForTheApply()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Dedicated();
        var plan = await server.PlanAsync(TestDedicatedServer.Config.With("hostname", Config.Unknown).With("template", Config.Unknown));
        Assert.Empty(plan.Diagnostics);
        Assert.Empty(await server.ApplyAsync(plan, TestDedicatedServer.Config));
        Assert.Equal((TestDedicatedServer.Debian11, 1), (world.TheProduct().Image, world.OrdersPlaced));
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Plan_OneOfItsReadsFails_IsAnErrorWithTheWayOut(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        foreach (var (call, attribute) in new[] { ("*/templates", "template"), ("*/models", "model"), ("/v1/manage/product/*", "model") })
        {
            world.Simulator.Faults.Clear();
            world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = call, Times = 0, Status = status, Text = text });
            var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config)).Diagnostics);
            Assert.Equal(Refusals.UnlessOfTheToken(told, attribute), error.Path.ToString());
            Assert.All(
                [told, "Nothing was ordered", Refusals.UnlessOfTheToken(told, "plan_checks = false")],
                part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
            await world.ConfigureAsync();
        }
    }

    [Theory]
    [InlineData("templates", "template", "The templates can't be had")]
    [InlineData("models", "model", "The models on offer can't be had")]
    public async Task Plan_ListCannotBeHad_IsToldOnItsAttribute(string list, string attribute, string summary)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Path = $"*/{list}", Times = 0, Status = 500 });
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config)).Diagnostics);
        Assert.Equal((summary, attribute), (error.Summary, error.Path.ToString()));
        Assert.All(
            [$"GET /v1/product/dedicated-server/{list}: HTTP 500", "Nothing was ordered", "plan_checks = false"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apply_ChecksOffAndNoSuchTemplate_OrdersNothing()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var error = ProviderWorld.TheError(await world.Dedicated().ApplyAsync(TestDedicatedServer.Config.With("template", "Plan 9")));
        Assert.Equal(("No such template", "template", 0), (error.Summary, error.Path.ToString(), world.OrdersPlaced));
    }

    [Fact]
    public async Task Plan_FormCannotBeHad_IsToldOnTheModel()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/manage/product/*", Times = 0, Status = 500 });
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config)).Diagnostics);
        Assert.Equal(("The order form of dedicated-server:h5HGC can't be had", "model"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["GET /v1/manage/product/dedicated-server:h5HGC: HTTP 500", "Nothing was ordered", "plan_checks = false"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_FormSaysNotAvailable_IsToldOnTheModel()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ChangeForm("dedicated-server:h5HGC", available: false);
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Config)).Diagnostics);
        Assert.Equal(("The product cannot be ordered now", "model"), (error.Summary, error.Path.ToString()));
    }
}
