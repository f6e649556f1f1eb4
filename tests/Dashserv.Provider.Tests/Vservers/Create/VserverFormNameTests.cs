using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>A form that calls things as nobody expected: what it asks for can be said all the same.</summary>
public sealed class VserverFormNameTests
{
    private const string Product = "vserver:configure";

    private static readonly Config Said = TestVserver.Config.Without("cores").With("options", Config.Of(("compute_units", "2")));

    [Theory]
    [InlineData("cpu", "vCPUs")]
    [InlineData("ram", "Arbeitsspeicher")]
    [InlineData("disk", "disk_size")]
    [InlineData("image", "operating_system")]
    [InlineData("name", "servername")]
    public async Task Create_NamedOtherwise_OrdersTheSame(string option, string name)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, option, name);
        var server = await world.CreateVserverAsync();
        Assert.Equal((2L, 4L, 40L, "debian11", "web"), (server["cores"], server["ram"], server["disk"], server["image"], server["name"]));
        Assert.Equal((2, 4, 40, "debian11", "web"), Actual(world));
    }

    [Fact]
    public async Task Create_ProcessorsToChooseBesideCores_OrdersTheCoresAndTheFormsProcessor()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, "cpu", "cores");
        world.Simulator.World.AddOption(Product, "cpu", "Intel Xeon Gold 6140", "AMD EPYC 7702");
        var server = await world.CreateVserverAsync();
        Assert.Equal(("2", "0"), (world.TheOrder()["cores"], world.TheOrder()["cpu"]));
        var chosen = TestVserver.Config.With("options", Config.Of(("cpu", "Intel Xeon Gold 6140")));
        Assert.Empty((await server.PlanAsync(chosen)).RequiresReplace);
        Assert.Equal(["options"], (await server.PlanAsync(TestVserver.Config.With("options", Config.Of(("cpu", "AMD EPYC 7702"))))).RequiresReplace);
    }

    [Fact]
    public async Task Create_ChosenProcessor_IsOrderedBesideTheCores()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, "cpu", "cores");
        world.Simulator.World.AddOption(Product, "cpu", "Intel Xeon Gold 6140", "AMD EPYC 7702");
        await world.CreateVserverAsync(TestVserver.Config.With("options", Config.Of(("cpu", "AMD EPYC 7702"))));
        Assert.Equal(("2", "1"), (world.TheOrder()["cores"], world.TheOrder()["cpu"]));
    }

    [Fact]
    public async Task Plan_FormsOwnName_SaysHowToGetThrough()
    {
        await using var world = await StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(("vserver:configure has no cores", "cores"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["leave it out", "\"compute_units\"", "instead of cores", "options = { NAME = \"…\" }"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lifecycle_FormsOwnNameInOptions_StandsForTheAttribute()
    {
        await using var world = await StartAsync();
        var steps = await world.Core.CheckLifecycleAsync(TestVserver.Type, Said, Said.With("period", "2 Monate"));
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
        Assert.Equal((1, "2"), (world.OrdersPlaced, world.Simulator.World.State().Orders[0].Data["compute_units"]));
    }

    [Fact]
    public async Task Create_FormsOwnNameInOptions_IsReadBackAsTheAttribute()
    {
        await using var world = await StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(Said);
        Assert.Equal((3.707m, true), (plan["quote.monthly_gross"], plan.IsUnknown("cores")));
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal((2L, 2), (server["cores"], world.TheProduct().Cores));
    }

    [Fact]
    public async Task Plan_SizeNowhere_IsDemandedAndNotOrderedByDefault()
    {
        await using var world = await StartAsync();
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("name", "web"))).Without("name");
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(config)).Diagnostics);
        Assert.Equal(("cores is needed", "cores"), (error.Summary, error.Path.ToString()));
        Assert.All(["\"compute_units\"", "options = { NAME = \"…\" }"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("leave it out", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_KnownNameInOptions_StandsForTheAttributeToo()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("cpu", "2")));
        var server = await world.CreateVserverAsync(config);
        Assert.Equal((2L, ChangeAction.NoOp), (server["cores"], (await server.PlanAsync(config)).Action));
    }

    [Fact]
    public async Task Plan_OptionsThatDoNotNameASize_DemandIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.AddOption(Product, "traffic", "2 TB", "5 TB");
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("traffic", "5 TB")));
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(config)).Diagnostics);
        Assert.Equal(("cores is needed", "cores"), (error.Summary, error.Path.ToString()));
        Assert.Contains("Allowed: 1 to 16 vCore", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_NoSizeAndNoOptions_SaysBothWays()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Config.Without("cores")));
        Assert.Equal(("cores is needed", "cores"), (error.Summary, error.Path.ToString()));
        Assert.All(["set cores, ram and disk", "set that in options instead"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_PackageWithMoreOfASize_TakesTheFormsOwn()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.AddOption("vserver", "storage", "+0 GB", "+100 GB");
        await world.CreateVserverAsync(TestVserver.Packaged);
        Assert.Equal("0", world.TheOrder()["storage"]);
    }

    [Theory]
    [InlineData("compute_units")]
    [InlineData("cpu")]
    public async Task Resize_OtherSizeNotKnown_SaysWhatToSet(string option)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, "cpu", option);
        var config = TestVserver.Config.Without("cores").With("options", Config.Of((option, "2")));
        var server = await world.CreateVserverAsync(config);
        await world.TamperAsync($"product/vserver/{server["id"]}", data => data["options"]!["cores"] = null);
        var forgotten = world.Core.Resource(TestVserver.Type, "imported");
        Assert.Empty(await forgotten.ImportAsync((string)server["id"]!));
        var error = ProviderWorld.TheError(
            (await forgotten.PlanAsync(config.Without("options").With("ram", 8).With("options", Config.Of(("name", "web"))).Without("name"))).Diagnostics);
        Assert.Equal(("cores is needed", "cores"), (error.Summary, error.Path.ToString()));
        Assert.Contains("Set cores.", error.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Create_OptionRefusedByTheApi_IsToldWhereItWasSet()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "/v1/manage/product/*", Status = 422, Text = """{"success":false,"data":{"field":"cpu","value":"2","msg":"invalid_option"}}""" });
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("cpu", "2")));
        Assert.Equal("options[\"cpu\"]", ProviderWorld.TheError((await world.Vserver().PlanAsync(config)).Diagnostics).Path.ToString());
    }

    private static (int?, int?, int?, string?, string?) Actual(ProviderWorld world)
    {
        var product = world.TheProduct();
        return (product.Cores, product.Ram, product.Disk, product.Image, product.Name);
    }

    private static async Task<ProviderWorld> StartAsync()
    {
        var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, "cpu", "compute_units");
        return world;
    }
}
