using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>Whatever the live form calls things and however it asks, the same configuration orders the same server.</summary>
public sealed class VserverFormStyleTests
{
    [Theory]
    [InlineData(FormStyle.A, "cpu=2 ram=4 disk=40 image=2 name=web location=d3FrA interval=Oha73a")]
    [InlineData(FormStyle.B, "cores=2 ram=4 disk=40 os=debian11 hostname=web location=d3FrA interval=Oha73a")]
    [InlineData(FormStyle.C, "cpu=2 ram=4 disk=40 image=2 virtualization=0 ipv4=1 bandwidth=750 traffic=0 location=d3FrA interval=Oha73a")]
    public async Task Create_AnyStyle_SendsEachOptionOnce(FormStyle style, string fields)
    {
        await using var world = await StartAsync(style);
        var server = await world.CreateVserverAsync(ConfigFor(style));
        Assert.Equal(fields, string.Join(' ', world.TheOrder().Select(f => $"{f.Key}={f.Value}")));
        Assert.Equal((2L, 4L, 40L, "debian11"), (server["cores"], server["ram"], server["disk"], server["image"]));
    }

    [Theory]
    [InlineData(FormStyle.A)]
    [InlineData(FormStyle.B)]
    [InlineData(FormStyle.C)]
    public async Task Lifecycle_AnyStyle_EndsWithNothingLeft(FormStyle style)
    {
        await using var world = await StartAsync(style);
        var config = ConfigFor(style);
        var steps = await world.Core.CheckLifecycleAsync(TestVserver.Type, config, config.With("cores", 4).With("disk", 80), s => (string)s["id"]!);
        Assert.Empty(steps.SelectMany(s => s.Diagnostics).BesidesRestart());
        Assert.Empty(world.Simulator.World.State().Products);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Theory]
    [InlineData(FormStyle.A)]
    [InlineData(FormStyle.B)]
    [InlineData(FormStyle.C)]
    public async Task Create_PackageInAnyStyle_IsDelivered(FormStyle style)
    {
        await using var world = await StartAsync(style);
        var server = await world.CreateVserverAsync(style == FormStyle.C ? TestVserver.Packaged.Without("name") : TestVserver.Packaged);
        Assert.Equal((2L, 4L, 80L), (server["cores"], server["ram"], server["disk"]));
    }

    [Fact]
    public async Task Create_CoresInAList_OrdersTheOneWhoseTextSaysSo()
    {
        await using var world = await StartAsync(FormStyle.A);
        await world.TamperAsync("manage/product/vserver:configure", form => form["options"]!["cpu"] = JsonNode.Parse(
            """{"type":"select","options":[{"display":"vCPU 1","cost":0.5},{"display":"vCPU 2","cost":1},{"display":"vCPU 4","cost":2}]}"""));
        await world.CreateVserverAsync();
        Assert.Equal("1", world.TheOrder()["cpu"]);
    }

    [Theory]
    [InlineData(FormStyle.A, 17, "1 to 16")]
    [InlineData(FormStyle.B, 3, "\"1 Kern (1)\", \"2 Kerne (2)\", \"4 Kerne (4)\"")]
    [InlineData(FormStyle.C, 17, "1 to 16")]
    public async Task Plan_CoresNotOffered_SaysWhatIsInTheFormsWords(FormStyle style, int cores, string allowed)
    {
        await using var world = await StartAsync(style);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(ConfigFor(style).With("cores", cores))).Diagnostics);
        Assert.Equal(("Invalid value for cores", "cores"), (error.Summary, error.Path.ToString()));
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cores", 0)]
    [InlineData("ram", 0)]
    [InlineData("disk", 0)]
    public async Task Validate_NothingOfIt_IsTooSmall(string attribute, int value)
    {
        await using var world = await StartAsync(FormStyle.A);
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Config.With(attribute, value)));
        Assert.Equal(attribute, error.Path.ToString());
    }

    [Theory]
    [InlineData("ram", 65, "1 to 64")]
    [InlineData("disk", 510, "20 to 500 GB in steps of 10")]
    [InlineData("disk", 10, "20 to 500 GB in steps of 10")]
    public async Task Plan_SizeOutsideTheForm_SaysTheRange(string attribute, int value, string allowed)
    {
        await using var world = await StartAsync(FormStyle.B);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With(attribute, value))).Diagnostics);
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_SeveralMistakes_AreAllToldAtOnce()
    {
        await using var world = await StartAsync(FormStyle.A);
        var config =
            TestVserver.Config.With("cores", 99).With("image", "beos5").With("location", "Atlantis").With("period", "7 years")
                .With("options", Config.Of(("warp", "9")));
        var paths = (await world.Vserver().PlanAsync(config)).Diagnostics.Select(d => d.Path.ToString());
        Assert.Equal(["cores", "image", "location", "options[\"warp\"]", "period"], paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Plan_ProductNotAvailable_SaysSo()
    {
        await using var world = await StartAsync(FormStyle.A);
        world.Simulator.World.ChangeForm("vserver:configure", available: false);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(("The product cannot be ordered now", "product"), (error.Summary, error.Path.ToString()));
        Assert.Equal(0, world.OrdersPlaced);
    }

    private static Config ConfigFor(FormStyle style) => style == FormStyle.C ? TestVserver.Nameless : TestVserver.Config;

    private static Task<ProviderWorld> StartAsync(FormStyle style) => ProviderWorld.StartAsync(TestVserver.Swift with { FormStyle = style });
}
