using Dashserv.Api.Models;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Models;

public sealed class OrderFixtureTests
{
    [Fact]
    public async Task GetFormAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("order-form");

        var form = await given.Client.Orders.GetFormAsync("dedicated-server:h5HGC", Given.CancellationToken);

        Assert.Equal("GET /v1/manage/product/dedicated-server:h5HGC", given.Api.Requests[0].Line);
        Assert.Equal(("JIzW1", "dedicated-server:h5HGC", "options", true, 0), (form.Uuid, form.Name, form.Type, form.IsAvailable, form.SetupSeconds));
        Assert.Equal("Dedizierter Server - Intel Xeon E3-1270v2 - 32 GB RAM - 2x 250 GB DC SSD", form.DisplayName);
        Assert.StartsWith("Viel Power für wenig Geld!", form.Description, StringComparison.Ordinal);
        Assert.Equal("kc7aV", Assert.Single(form.Locations).Uuid);
        Assert.Equal(["cpu", "ram", "disk", "traffic", "bandwidth", "os"], form.Options.Select(static option => option.Name));
        var (cpu, bandwidth) = (form.Options[0], form.Options[4]);
        Assert.Equal((FormOptionKind.Select, "select", false, false, 0m, 0m), (cpu.Kind, cpu.KindWord, cpu.IsChangeable, cpu.IsVisible, cpu.Cost, cpu.Setup));
        Assert.Equal(new FormChoice { Value = "0", Display = "Intel Xeon E3-1270v2", Cost = 0, Setup = 0 }, Assert.Single(cpu.Choices));
        Assert.True(form.Options[1].IsVisible);
        Assert.False(cpu.IsKeyed);
        Assert.Equal(
            (FormOptionKind.Number, "x 1 Gbit/s", 2m, 2m, 1m, 0m, 0m),
            (bandwidth.Kind, bandwidth.Suffix, bandwidth.Min, bandwidth.Max, bandwidth.Step, bandwidth.CostEach, bandwidth.SetupEach));
        Assert.Empty(form.Packages);
        Assert.Equal((3, "Oha73a", 1m), (form.Periods.Count, form.DefaultPeriod, form.PricePercentage));
        var period = form.Periods[1];
        Assert.Equal(
            ("Oj3aJNa", "2 Monate", 5184000L, 604800L, 2m, 1m),
            (period.Uuid, period.DisplayName, period.LengthSeconds, period.LockedSeconds, period.PriceMultiplier, period.TotalPercentage));
        Assert.Equal([1209600, 604800, 259200, 86400], period.RenewNotificationsSeconds);
    }

    [Fact]
    public async Task GetFormAsync_Packages_AreReadWithTheirContentAndFurtherOptions()
    {
        using var given = new Given();
        given.Api.Data("""
            {"uuid": "a", "name": "webhosting", "type": "packages", "options": {
              "options": {"small": {"contentItems": {"space": {"content": "10 GB"}, "mail": {"content": 5}}, "cost": "1.99"}, "big": {"contentItems": [], "cost": 4}},
              "additional": {"domain": {"type": "text", "changeable": "1"}, "image": {"type": "select", "visible": "0", "options": {"debian11": {"display": "Debian 11", "cost": "0.5"}, "none": "None"}},
                "odd": {"type": "slider"}}},
             "pricing": {"periods": [], "defaultPeriod": null}}
            """);

        var form = await given.Client.Orders.GetFormAsync("webhosting", Given.CancellationToken);

        Assert.True(form.HasPackages && form.IsAvailable);
        Assert.Equal([("small", 1.99m), ("big", 4m)], form.Packages.Select(static package => (package.Name, package.Cost)));
        Assert.Equal([new("space", "10 GB"), new("mail", "5")], form.Packages[0].Content);
        Assert.Equal([FormOptionKind.Text, FormOptionKind.Select, FormOptionKind.Other], form.Options.Select(static option => option.Kind));
        Assert.Equal(
            [("debian11", "Debian 11", 0.5m), ("none", "None", 0m)],
            form.Options[1].Choices.Select(static choice => (choice.Value, choice.Display, choice.Cost)));
        Assert.True(form.Options[1].IsKeyed);
        Assert.Equal(("slider", false), (form.Options[2].KindWord, form.Options[1].IsVisible));
        Assert.Null(form.DefaultPeriod);
    }

    [Theory]
    [InlineData("""[{"cost": 1}, null, 4]""", "0= 1= 2=4")]
    [InlineData("""{"1": {"cost": 1}, "2": null, "4": "Vier"}""", "1=1 2=2 4=Vier")]
    public async Task GetFormAsync_ChoiceWithoutAText_IsCalledByItsKeyAndNeverByAnIndex(string options, string expected)
    {
        using var given = new Given();
        given.Api.Data($$"""{"name": "vserver", "options": {"cpu": {"type": "select", "options": {{options}} } } }""");

        var form = await given.Client.Orders.GetFormAsync("vserver", Given.CancellationToken);

        Assert.Equal(expected, string.Join(' ', form.Options[0].Choices.Select(static choice => $"{choice.Value}={choice.Display}")));
    }

    [Fact]
    public async Task QuoteAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("order-quote");

        var quote = await given.Client.Orders.QuoteAsync("dedicated-server:h5HGC", [new("os", "0")], Given.CancellationToken);

        var (price, nothing) = (new Money { Net = 28.917m, Tax = 6.783m, Gross = 35.7m }, new Money { Net = 0, Tax = 0, Gross = 0 });
        Assert.Equal((price, price, nothing, nothing, price), (quote.Price, quote.RealPrice, quote.Setup, quote.RealSetup, quote.TodayPrice));
        Assert.Equal(["basePrice", "cpu", "ram", "disk", "traffic", "bandwidth", "os", "location"], quote.Positions.Select(static position => position.Name));
        Assert.Equal((null, "", price, nothing), (quote.Positions[0].Type, quote.Positions[0].Value, quote.Positions[0].Costs, quote.Positions[0].Setup));
        Assert.Equal(("number", "2x 1 Gbit/s"), (quote.Positions[5].Type, quote.Positions[5].Value));
        Assert.Equal("data[os]=0&calculate=true", given.Api.Requests[0].DecodedBody);
    }

    [Fact]
    public async Task PlaceAsync_Sample_IsTheOrdersUuid()
    {
        using var given = Given.Answering("order-place");

        Assert.Equal("B86uM", await given.Client.Orders.PlaceAsync("vserver:configure", [new("cpu", "1"), new("location", "kc7aV")], Given.CancellationToken));
        Assert.Equal("POST /v1/manage/product/vserver:configure", given.Api.Requests[0].Line);
        Assert.Equal("data[cpu]=1&data[location]=kc7aV", given.Api.Requests[0].DecodedBody);
    }

    [Fact]
    public async Task GetAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("order-status");

        var order = await given.Client.Orders.GetAsync("B86uM", Given.CancellationToken);

        Assert.Equal(("B86uM", "dedicated-server:h5HGC", "o3qzt", "installing"), (order.Uuid, order.ProductName, order.ProductUuid, order.Status));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1640353858), null, null), (order.CreatedAt, order.ReadyAt, order.StatusData));
        Assert.Equal(
            [new("os", "0"), new("cpu", "0"), new("ram", "0"), new("traffic", "0"), new("bandwidth", "2"), new("disk", "0"), new("location", "kc7aV"),
                new("interval", "Oha73a")],
            order.ProductData);
        Assert.Equal("GET /v1/manage/order/B86uM", given.Api.Requests[0].Line);
    }

    [Theory]
    [InlineData("\"order_created\"", true)]
    [InlineData("\"forbidden\"", false)]
    [InlineData("{}", true)]
    [InlineData("true", true)]
    public async Task PlaceAsync_NoUuid_SaysWhetherTheOrderMayExist(string data, bool mayHaveHadEffect)
    {
        using var given = new Given();
        given.Api.Data(data);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal(mayHaveHadEffect, e.MayHaveHadEffect);
        Assert.Single(given.Api.Requests);
    }
}
