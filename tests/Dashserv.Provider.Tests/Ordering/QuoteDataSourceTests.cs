using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class QuoteDataSourceTests
{
    private const string Type = "dashserv_quote";

    private static readonly Config Order = Config.Of(
        ("product", "vserver:configure"), ("location", "DE"),
        ("options", Config.Of(("cpu", "2"), ("ram", "4"), ("disk", "40"), ("image", "Debian 10"), ("name", "web"))));

    [Fact]
    public async Task Read_Order_IsPricedAndNotPlaced()
    {
        await using var world = await ProviderWorld.StartAsync();
        var quote = await world.Core.ReadDataAsync(Type, Order);
        Assert.Empty(quote.Diagnostics);
        Assert.Equal(
            (3.707m, 3.00267m, 0.00515m, 0L, "EUR"),
            (quote["monthly_gross"], quote["monthly_net"], quote["hourly_gross"], quote["setup_gross"], quote["currency"]));
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Read_TheSameAsAResource_CostsTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        var plan = await world.Vserver().PlanAsync(TestVserver.Config);
        Assert.Equal(plan["quote.monthly_gross"], (await world.Core.ReadDataAsync(Type, Order))["monthly_gross"]);
    }

    [Fact]
    public async Task Read_LeftOut_TakesFirstChoiceAndLeastNumber()
    {
        await using var world = await ProviderWorld.StartAsync();
        var quote = await world.Core.ReadDataAsync(Type, Config.Of(("product", "vserver:configure"), ("location", "kc7aV")));
        Assert.Empty(quote.Diagnostics);
        Assert.Equal(0.17m + 0.5m + 0.35m + 0.4m, quote["monthly_gross"]);
        var sent = Assert.Single(world.Simulator.Journal.Entries(method: "POST")).Fields;
        Assert.Equal(("1", "1", "20", "0", "true"), (sent["data[cpu]"], sent["data[ram]"], sent["data[disk]"], sent["data[image]"], sent["calculate"]));
    }

    [Fact]
    public async Task Read_Package_IsPriced()
    {
        await using var world = await ProviderWorld.StartAsync();
        var quote = await world.Core.ReadDataAsync(Type, Config.Of(("product", "vserver"), ("package", "L"), ("location", "kc7aV")));
        Assert.Equal(8.9m, quote["monthly_gross"]);
    }

    [Theory]
    [InlineData("simulator-reseller")]
    [InlineData("simulator-customer")]
    public async Task Read_LongerPeriod_IsByTheMonth(string token)
    {
        await using var world = await ProviderWorld.StartAsync(token: token);
        Assert.Equal(3.707m, (await world.Core.ReadDataAsync(Type, Order.With("period", "3 Monate")))["monthly_gross"]);
    }

    public static TheoryData<string, object?, string, string> Mistakes => new()
    {
        { "product", "toaster", "product", "vserver:configure" },
        { "location", "Atlantis", "location", "d3FrA" },
        { "location", "NL", "location", "Equinix AM5, Amsterdam" },
        { "location", null, "location", "kc7aV" },
        { "period", "7 years", "period", "3 Monate" },
        { "package", "M", "package", "not sold in packages" },
        { "options", Config.Of(("warp", "9")), "options[\"warp\"]", "\"cpu\"" },
        { "options", Config.Of(("cpu", "99")), "options[\"cpu\"]", "1 to 16" },
        { "options", Config.Of(("disk", "45")), "options[\"disk\"]", "steps of 10" },
        { "options", Config.Of(("ram", "much")), "options[\"ram\"]", "not a number" },
        { "options", Config.Of(("image", "BeOS")), "options[\"image\"]", "Debian 10" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Read_NotInTheForm_SaysWhatIs(string attribute, object? value, string path, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Order.With(attribute, value))).Diagnostics);
        Assert.Equal(path, error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("XXL")]
    public async Task Read_WrongPackage_ListsThePackages(string? package)
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { Locations = LocationStyle.One });
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("product", "vserver"), ("package", package)))).Diagnostics);
        Assert.Equal("package", error.Path.ToString());
        Assert.Contains("\"S\", \"M\", \"L\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_RefusedField_IsToldOnItsOption()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Status = 422, Text = """{"success":false,"data":{"field":"ram","value":"4","msg":"number_out_of_range"}}""" });
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Order)).Diagnostics);
        Assert.Equal("options[\"ram\"]", error.Path.ToString());
        Assert.Contains("number_out_of_range", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ReadOnlyToken_SaysWhatItLacks()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-readonly");
        Assert.Contains("permission", ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Order)).Diagnostics).Detail, StringComparison.Ordinal);
    }
}
