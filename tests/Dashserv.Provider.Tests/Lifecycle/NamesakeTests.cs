using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary><c>on_existing_name</c>: a server of the same name that no state has may be what a killed run has left behind.</summary>
public sealed class NamesakeTests : IDisposable
{
    private const string Summary = "There is a vserver of this name already";

    private readonly DirectoryInfo _journal = Directory.CreateTempSubdirectory();
    private readonly JumpingClock _clock = new();

    public void Dispose() => _journal.Delete(recursive: true);

    [Fact]
    public async Task Warn_UntrackedServer_IsInThePlanWithAllThatItTakesToImportIt()
    {
        await using var world = await StartAsync();
        var left = await LeaveAsync(world, TestVserver.Config);
        var plan = await world.Vserver().PlanAsync(TestVserver.Config);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, Summary, "name"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(
            ["named \"web\"", "ordered 20", "EUR per hour", "import {", "to = dashserv_vserver.NAME", $"id = \"{left}\"", "orders another", "pay for both"],
            part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        await world.Vserver().ApplyAsync(plan);
        Assert.Equal(2, world.OrdersPlaced);
    }

    [Theory]
    [InlineData(true, "nothing is planned")]
    [InlineData(false, "Nothing was ordered")]
    public async Task Error_UntrackedServer_FailsThePlanAndAlsoTheApplyOfAnEarlierOne(bool planChecks, string told)
    {
        await using var world = await StartAsync(planChecks);
        var config = TestVserver.Config.With("on_existing_name", "error");
        var early = await world.Vserver().PlanAsync(config);
        Assert.Empty(early.Diagnostics);
        await LeaveAsync(world, TestVserver.Config);
        Assert.Equal(planChecks, (await world.Vserver().PlanAsync(config)).HasErrors);
        var error = ProviderWorld.TheError(await world.Vserver().ApplyAsync(early));
        Assert.Equal((Summary, "name", 1), (error.Summary, error.Path.ToString(), world.OrdersPlaced));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopt_TheOneThatFits_IsTakenOverAndNothingOrdered()
    {
        await using var world = await StartAsync();
        var left = await LeaveAsync(world, TestVserver.Config);
        var config = TestVserver.Config.With("on_existing_name", "adopt");
        var server = world.Vserver();
        var plan = await server.PlanAsync(config);
        Assert.Contains($"takes over {left}, and orders nothing", Assert.Single(plan.Diagnostics).Detail, StringComparison.Ordinal);
        await NextAsync(world);
        Assert.Contains(await server.ApplyAsync(plan), d => d.Summary == "A vserver that was there already was taken over");
        Assert.Equal((left, false, 1), (server["id"], server.Tainted, world.OrdersPlaced));
        await world.ConfigureAsync(journal: _journal.FullName);
        Assert.Empty(await server.RefreshAsync());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
        Assert.Empty(await server.DestroyAsync());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Adopt_ServerWithAnotherSystem_IsNotWipedAndTheNextPlanShowsIt()
    {
        await using var world = await StartAsync();
        await LeaveAsync(world, TestVserver.Config.With("image", "ubuntu20_04"));
        var config = TestVserver.Config.With("on_existing_name", "adopt").With("on_os_change", "reinstall");
        var server = world.Vserver();
        var plan = await server.PlanAsync(config);
        await NextAsync(world);
        await server.ApplyAsync(plan);
        Assert.Equal((1, "ubuntu20_04"), (world.OrdersPlaced, world.TheProduct().Image));
        Assert.Empty(world.Writes());
        await server.RefreshAsync();
        var next = await server.PlanAsync(config);
        Assert.Equal((ChangeAction.NoOp, "The image was changed outside of Terraform"), (next.Action, Assert.Single(next.Diagnostics).Summary));
    }

    [Theory]
    [InlineData("cores", 4)]
    [InlineData("location", "kc7aV")]
    public async Task Adopt_NoneThatFits_OrdersAndSaysSo(string attribute, object value)
    {
        await using var world = await StartAsync();
        await LeaveAsync(world, TestVserver.Config);
        var config = TestVserver.Config.With("on_existing_name", "adopt").With(attribute, value);
        var plan = await world.Vserver().PlanAsync(config);
        Assert.Contains("this apply orders another", Assert.Single(plan.Diagnostics).Detail, StringComparison.Ordinal);
        await NextAsync(world);
        await world.Vserver().ApplyAsync(plan);
        Assert.Equal(2, world.OrdersPlaced);
    }

    [Fact]
    public async Task Adopt_TwoThatFit_IsAnErrorThatListsBoth()
    {
        await using var world = await StartAsync();
        string[] left = [await LeaveAsync(world, TestVserver.Config), await LeaveAsync(world, TestVserver.Config)];
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("on_existing_name", "adopt"))).Diagnostics);
        Assert.All(left, id => Assert.Contains($"id = \"{id}\"", error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Adopt_TwoResourcesOfOneName_TakeOneEach()
    {
        await using var world = await StartAsync();
        var left = await LeaveAsync(world, TestVserver.Config);
        var config = TestVserver.Config.With("on_existing_name", "adopt");
        var (one, other) = (world.Core.Resource(TestVserver.Type, "one"), world.Core.Resource(TestVserver.Type, "other"));
        var (first, second) = (await one.PlanAsync(config), await other.PlanAsync(config));
        await world.ConfigureAsync(journal: _journal.FullName);
        await Task.WhenAll(one.ApplyAsync(first), other.ApplyAsync(second));
        Assert.Single(new[] { one, other }, s => (string?)s["id"] == left);
        Assert.Equal((2, 2), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    [Theory]
    [InlineData("warn")]
    [InlineData("error")]
    [InlineData("adopt")]
    public async Task Server_ThatAnotherResourceHas_IsNoNamesake(string mode)
    {
        await using var world = await StartAsync();
        var config = TestVserver.Config.With("on_existing_name", mode);
        var first = world.Core.Resource(TestVserver.Type, "first");
        Assert.Empty(await first.ApplyAsync(config));
        await NextAsync(world);
        var second = world.Core.Resource(TestVserver.Type, "second");

        // The apply, in a process of its own, is shown only what it changes.
        await first.PlanAsync(config);
        var plan = await second.PlanAsync(config);
        Assert.Empty(plan.Diagnostics);
        await NextAsync(world);
        Assert.Empty(await second.ApplyAsync(plan));
        Assert.Equal((2, false), (world.OrdersPlaced, Equals(first["id"], second["id"])));
    }

    [Theory]
    [InlineData("warn")]
    [InlineData("error")]
    [InlineData("adopt")]
    public async Task Replacement_OfAServer_FindsNotItsPredecessor(string mode)
    {
        await using var world = await StartAsync();
        var config = TestVserver.Config.With("on_existing_name", mode);
        var server = await world.CreateVserverAsync(config);
        var old = server["id"];
        await NextAsync(world);
        var plan = await server.PlanAsync(config.With("image", "debian10"));
        Assert.Equal((ChangeAction.Replace, 0), (plan.Action, plan.Diagnostics.Count));
        await NextAsync(world);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((2, false), (world.OrdersPlaced, Equals(old, server["id"])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Adopt_WhereNobodyPlannedHere_OrdersNothingAndSaysWhy(bool isOff)
    {
        await using var world = await StartAsync();
        var config = TestVserver.Config.With("on_existing_name", "adopt");
        await LeaveAsync(world, TestVserver.Config);
        var plan = await world.Vserver().PlanAsync(config);
        await world.ConfigureAsync(journal: isOff ? "off" : Path.Combine(_journal.FullName, "elsewhere"));
        var error = ProviderWorld.TheError(await world.Vserver().ApplyAsync(plan));
        Assert.Contains("has not planned of late", error.Detail, StringComparison.Ordinal);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Ignore_UntrackedServer_IsNoBusinessOfThePlan()
    {
        await using var world = await StartAsync();
        await LeaveAsync(world, TestVserver.Config);
        Assert.Empty((await world.Vserver().PlanAsync(TestVserver.Config.With("on_existing_name", "ignore"))).Diagnostics);
    }

    [Fact]
    public async Task DedicatedServer_UntrackedOfTheHostname_IsTakenOverAndNotInstalled()
    {
        await using var world = await StartAsync();
        await world.ConfigureAsync(journal: "off");
        var first = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var (left, name) = (first["id"], (string)first["name"]!);
        await NextAsync(world);
        var config = TestDedicatedServer.Config.With("hostname", name).With("on_existing_name", "adopt");
        var server = world.Dedicated();
        var plan = await server.PlanAsync(config);
        Assert.Equal("hostname", Assert.Single(plan.Diagnostics).Path.ToString());
        await NextAsync(world);
        var told = await server.ApplyAsync(plan);
        Assert.Contains(told, d => d.Summary == "A dedicated server that was there already was taken over");
        Assert.Equal((left, 1), (server["id"], world.OrdersPlaced));
        Assert.DoesNotContain("create", world.Writes());
    }

    [Fact]
    public async Task Variable_InTheEnvironment_CountsWhereNothingElseSays()
    {
        await using var provider = await Configuration.ConfiguredProvider.StartAsync();
        provider.Set("DASHSERV_ON_EXISTING_NAME", "perhaps");
        var error = ProviderWorld.TheError(await provider.ConfigureAsync(provider.Block));
        Assert.Contains("\"warn\", \"error\", \"adopt\", \"ignore\"", error.Detail, StringComparison.Ordinal);
        Assert.Empty(await provider.ConfigureAsync(provider.Block.With("on_existing_name", "adopt")));
    }

    private Task<ProviderWorld> StartAsync(bool planChecks = true) => ProviderWorld.StartAsync(
        TestVserver.Swift with { DeploymentTime = TimeSpan.Zero }, planChecks: planChecks, time: _clock, journal: _journal.FullName);

    // What a run has made that was killed, and whose journal is lost.
    private async Task<string> LeaveAsync(ProviderWorld world, Config config)
    {
        await world.ConfigureAsync(journal: "off");
        var id = (string)(await world.CreateVserverAsync(config.With("on_existing_name", "ignore")))["id"]!;
        await NextAsync(world);
        return id;
    }

    // A process that begins a while later.
    private async Task NextAsync(ProviderWorld world)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await world.ConfigureAsync(journal: _journal.FullName);
    }
}
