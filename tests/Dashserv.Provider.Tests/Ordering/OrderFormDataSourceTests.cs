using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class OrderFormDataSourceTests
{
    private const string Type = "dashserv_order_form";

    [Fact]
    public async Task Read_Configurable_SaysAllThatCanBeChosen()
    {
        await using var world = await ProviderWorld.StartAsync();
        var form = await ReadAsync(world, "vserver:configure");
        Assert.Equal(("vServer - Konfigurator", "options", true, "Oha73a"), (form["display_name"], form["type"], form["available"], form["default_period"]));
        Assert.Equal(
            ("d3FrA", "maincubes FRA01, Offenbach", "DE", 1.1m),
            (form["locations[2].id"], form["locations[2].name"], form["locations[2].country"], form["locations[2].price_multiplier"]));
        Assert.Equal(("Oj3aJNa", "2 Monate", 5184000L), (form["periods[1].id"], form["periods[1].name"], form["periods[1].length_seconds"]));
        Assert.Equal((3, 3, 0, 5), (Count(form, "locations"), Count(form, "periods"), Count(form, "packages"), Count(form, "options")));
        Assert.Equal(
            ("disk", "number", true, true, 20L, 500L, 10L, " GB"),
            (form["options[2].name"], form["options[2].kind"], form["options[2].changeable"], form["options[2].visible"], form["options[2].min"],
                form["options[2].max"], form["options[2].step"], form["options[2].suffix"]));
        Assert.Equal(("image", "select"), (form["options[3].name"], form["options[3].kind"]));
        Assert.Equal(
            ("8", "Windows Server 2019", 10L),
            (form["options[3].choices[8].value"], form["options[3].choices[8].display"], form["options[3].choices[8].cost"]));
        Assert.Equal(("name", "text"), (form["options[4].name"], form["options[4].kind"]));
    }

    [Fact]
    public async Task Read_Packages_SaysWhatIsInThem()
    {
        await using var world = await ProviderWorld.StartAsync();
        var form = await ReadAsync(world, "vserver");
        Assert.Equal(("packages", 3, 2), (form["type"], Count(form, "packages"), Count(form, "options")));
        Assert.Equal(("M", 4.5m, "4 GB RAM"), (form["packages[1].name"], form["packages[1].cost"], form["packages[1].content[\"ram\"]"]));
    }

    [Fact]
    public async Task Read_KeyedChoices_SaysTheKeys()
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { FormStyle = FormStyle.B });
        var form = await ReadAsync(world, "vserver:configure");
        Assert.Equal(
            ("cores", "16", "16 Kerne", 8L),
            (form["options[0].name"], form["options[0].choices[4].value"], form["options[0].choices[4].display"], form["options[0].choices[4].cost"]));
    }

    [Fact]
    public async Task Read_HiddenAndUnchangeable_AreMarked()
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { FormStyle = FormStyle.C });
        var form = await ReadAsync(world, "vserver:configure");
        Assert.Equal(("virtualization", false, false), (form["options[4].name"], form["options[4].changeable"], form["options[4].visible"]));
    }

    [Fact]
    public async Task Read_NotAvailable_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ChangeForm("vserver:configure", available: false);
        Assert.Equal(false, (await ReadAsync(world, "vserver:configure"))["available"]);
    }

    [Fact]
    public async Task Read_NoSuchProduct_IsAnErrorOnIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("product", "toaster")))).Diagnostics);
        Assert.Equal("product", error.Path.ToString());
        Assert.Contains("\"toaster\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("vserver:configure", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "Invalid API route")]
    [InlineData(412, "product_not_found")]
    public async Task Read_NoSuchProductInOtherWords_SaysWhichThereAre(int status, string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Path = "/v1/manage/product/toaster", Status = status, Word = word });
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("product", "toaster")))).Diagnostics);
        Assert.Equal("product", error.Path.ToString());
        Assert.All(
            [word, "If \"toaster\" is mistyped", "\"vserver:configure\"", "\"webhosting\"", "dedicated-server:MODEL"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_EmptyProduct_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        Assert.Equal("product", ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("product", "")))).Diagnostics).Path.ToString());
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Read_AnyFailure_IsToldOnTheProduct(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.AnswerReads(status, text);
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("product", "vserver")))).Diagnostics);
        Assert.Equal(Refusals.UnlessOfTheToken(told, "product"), error.Path.ToString());
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
    }

    private static async Task<DataResult> ReadAsync(ProviderWorld world, string product)
    {
        var data = await world.Core.ReadDataAsync(Type, Config.Of(("product", product)));
        Assert.Empty(data.Diagnostics);
        return data;
    }

    private static int Count(DataResult data, string attribute) => Assert.IsType<TfSequence>(((TfMapping)data.Value)[attribute]).Elements.Count;
}
