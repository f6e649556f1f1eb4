using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Vservers.Read;

/// <summary>What somebody changed behind Terraform's back shows, and what moves by itself makes no noise.</summary>
public sealed class VserverDriftTests
{
    public static TheoryData<string, object, ChangeAction> Drifts => new()
    {
        { "cores", 1L, ChangeAction.Update },
        { "ram", 2L, ChangeAction.Update },
        { "disk", 20L, ChangeAction.Update },
        { "name", "renamed", ChangeAction.Replace },
        { "image", "centos8", ChangeAction.Replace },
        { "location", "kc7aV", ChangeAction.Replace },
        { "status", "locked", ChangeAction.NoOp },
        { "backup_limit", 7L, ChangeAction.NoOp },
        { "monthly_price", 9L, ChangeAction.NoOp },
        { "hourly_price", 0.0125m, ChangeAction.NoOp },
    };

    [Theory]
    [MemberData(nameof(Drifts))]
    public async Task Refresh_Drift_IsReadAndOnlyArgumentsPlanAChange(string attribute, object live, ChangeAction expected)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_drift", "repair");
        var server = await world.CreateVserverAsync(config);
        world.Change(server, attribute switch
        {
            "cores" => new ProductChange { Cores = 1 },
            "ram" => new ProductChange { Ram = 2 },
            "disk" => new ProductChange { Disk = 20 },
            "name" => new ProductChange { Name = "renamed" },
            "image" => new ProductChange { Image = "centos8" },
            "location" => new ProductChange { Location = "kc7aV" },
            "status" => new ProductChange { Status = "LOCKED" },
            "backup_limit" => new ProductChange { BackupLimit = 7 },
            _ => new ProductChange { Price = 9 },
        });
        var plan = await server.PlanAsync(config);
        Assert.Equal((expected, live), (plan.Action, server[attribute]));
        if (expected == ChangeAction.Replace)
        {
            Assert.Equal([attribute], plan.RequiresReplace);
        }
    }

    [Fact]
    public async Task Refresh_DiskGrownBehindItsBack_CannotShrinkAndSaysTheWaysOut()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { Disk = 80 });
        var error = ProviderWorld.TheError((await server.PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(("A disk cannot shrink", "disk"), (error.Summary, error.Path.ToString()));
        Assert.All(["80 GB", "disk = 40", "Set disk to 80 or more", "loses its data"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.With("disk", 80))).Action);
    }

    [Fact]
    public async Task Plan_SmallerDiskOfATaintedServer_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        server.State = server.State! with { Tainted = true };
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("disk", 20)));
        Assert.Equal((20L, 20), (server["disk"], world.TheProduct().Disk));
    }

    [Fact]
    public async Task Apply_ResizedBehindItsBack_IsBroughtBack()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { Cores = 8, Ram = 2, Disk = 20 });
        Assert.Empty((await server.ApplyAsync(TestVserver.Config)).BesidesRestart());
        Assert.Equal((2, 4, 40), (world.TheProduct().Cores, world.TheProduct().Ram, world.TheProduct().Disk));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
    }

    [Fact]
    public async Task Apply_ReinstalledBehindItsBackAndReinstallMode_IsReinstalled()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "reinstall").With("on_drift", "repair");
        var server = await world.CreateVserverAsync(config);
        world.Change(server, new ProductChange { Image = "centos8" });
        await server.ApplyAsync(config);
        Assert.Equal(("debian11", "debian11"), (server["image"], world.TheProduct().Image));
        Assert.Equal(["reinstall"], world.Writes());
    }

    [Fact]
    public async Task Refresh_TimePassing_MakesNoNoise()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server.Value;
        world.Simulator.World.Lock((string)server["id"]!, "backup", TimeSpan.FromHours(1));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
        Assert.Equal(before, server.Value);
    }

    [Theory]
    [InlineData("cannot_downgrade_disk", "disk", "can only grow")]
    [InlineData("upgrade_resources_exceeds_limit", "cores", "Ask for less")]
    public async Task Resize_RefusedAsASuccess_IsAnErrorOnItsAttribute(string word, string attribute, string advice)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Status = 200, Text = $$"""{"success":true,"data":"{{word}}"}""" });
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("cores", 4)));
        Assert.Equal(("The server was not resized", attribute), (error.Summary, error.Path.ToString()));
        Assert.All([word, advice, "what it costs, is unchanged"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(2L, server["cores"]);
    }
}
