using CoreHarness;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary><c>product = "vserver"</c>: the package says how much of everything there is.</summary>
public sealed class VserverPackageTests
{
    [Theory]
    [InlineData("S", 1L, 2L, 40L)]
    [InlineData("M", 2L, 4L, 80L)]
    [InlineData("L", 4L, 8L, 160L)]
    public async Task Create_Package_ComputesTheSizes(string package, long cores, long ram, long disk)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Packaged.With("package", package);
        var server = world.Vserver();
        var plan = await server.PlanAsync(config);
        Assert.All(["cores", "ram", "disk"], size => Assert.True(plan.IsUnknown(size)));
        Assert.True(plan["quote.monthly_gross"] is decimal and > 0);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal((cores, ram, disk), (server["cores"], server["ram"], server["disk"]));
        Assert.Equal(package, world.TheOrder()["package"]);
        Assert.False(world.TheOrder().ContainsKey("cpu"));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Lifecycle_Package_PlansNoChangeInBetween()
    {
        await using var world = await ProviderWorld.StartAsync();
        var steps = await world.Core.CheckLifecycleAsync(TestVserver.Type, TestVserver.Packaged, TestVserver.Packaged.With("period", "2 Monate"));
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Plan_OtherPackage_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Packaged);
        var plan = await server.PlanAsync(TestVserver.Packaged.With("package", "L"));
        Assert.Equal((ChangeAction.Replace, "package"), (plan.Action, Assert.Single(plan.RequiresReplace)));
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal((4L, 160L), (server["cores"], server["disk"]));
        Assert.Single(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Plan_PackageInOtherCase_IsNoChange()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Packaged.With("package", "m"));
        Assert.Equal("M", world.TheOrder()["package"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Packaged)).Action);
    }

    [Fact]
    public async Task Plan_OtherProduct_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Packaged);
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Equal(["package", "product"], plan.RequiresReplace);
    }

    [Fact]
    public async Task Plan_UnknownPackage_ListsThePackages()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Packaged.With("package", "XXL"))).Diagnostics);
        Assert.Equal(("No such package", "package"), (error.Summary, error.Path.ToString()));
        Assert.Contains("\"XXL\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("\"S\", \"M\", \"L\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_PackageMissing_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Packaged.Without("package")));
        Assert.Equal(("A package is needed", "package"), (error.Summary, error.Path.ToString()));
        Assert.Contains("dashserv_order_form", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cores")]
    [InlineData("ram")]
    [InlineData("disk")]
    public async Task Validate_SizeBesideAPackage_IsRefused(string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Packaged.With(attribute, 40)));
        Assert.Equal(($"{attribute} comes with the package", attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains("\"vserver:configure\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_PackageOfAConfigurableProduct_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Config.With("package", "M")));
        Assert.Equal(("No packages", "package"), (error.Summary, error.Path.ToString()));
        Assert.Contains("product \"vserver\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_UnknownPackageName_WaitsForTheApply()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Packaged.With("package", Config.Unknown));
        Assert.False(plan.HasErrors);
        Assert.True(plan.IsUnknown("quote"));
        Assert.Empty(await server.ApplyAsync(plan, TestVserver.Packaged));
        Assert.Equal("M", world.TheOrder()["package"]);
    }
}
