namespace Dashserv.Simulator.Tests.Orders;

public sealed class LifeCycleTests : SimulatorTest
{
    [Fact]
    public async Task Order_FromPlacedToDelivered_NamesItsProductBeforeItIsOkay()
    {
        var order = (await Post("manage/product/vserver:configure", Samples.VserverA)).Word;

        var placed = await Order(order);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var named = await Order(order);
        var hidden = await Get($"product/vserver/{named["productuuid"]}");
        Clock.Advance(TimeSpan.FromSeconds(2));
        var done = await Order(order);
        var listed = (await Get("product/vserver")).Data!.AsArray();

        Assert.Equal(("installing", null), ((string)placed["status"]!, (string?)placed["productuuid"]));
        Assert.Equal("installing", (string)named["status"]!);
        Assert.Equal("ressource_not_found", hidden.Word);
        Assert.Equal("okay", (string)done["status"]!);
        Assert.Equal((string)named["productuuid"]!, (string)done["productuuid"]!);
        Assert.Equal(3, (long)done["unix"]!["ready"]! - (long)done["unix"]!["created"]!);
        Assert.Equal("test", (string)listed.Single()!["name"]!);
        Assert.Equal("OKAY", (string)listed.Single()!["status"]!);
        Assert.Equal((string)done["productuuid"]!, (string)listed.Single()!["uuid"]!);
    }

    [Theory]
    [InlineData(InstallingProducts.ByUuid, 0)]
    [InlineData(InstallingProducts.Listed, 1)]
    public async Task Product_WhileInstalling_IsSeenAsConfigured(InstallingProducts seen, int listed)
    {
        World.Configure(new() { InstallingProducts = seen });
        var order = (await Post("manage/product/vserver:configure", Samples.VserverA)).Word;
        Clock.Advance(TimeSpan.FromSeconds(1));

        var product = await Get($"product/vserver/{(await Order(order))["productuuid"]}");

        Assert.Equal("INSTALLING", (string)product.Data!["status"]!);
        Assert.Equal(listed, (await Get("product/vserver")).Data!.AsArray().Count);
    }

    [Fact]
    public async Task Order_ScriptedToFail_SaysWhyAndDeliversNothing()
    {
        World.ScriptOrders(
            new OrderScript { Status = "error", StatusData = "no host" }, new OrderScript { Status = "cancelled" }, new OrderScript { Status = "odd" });
        var orders = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            orders.Add((await Post("manage/product/vserver:configure", Samples.VserverA)).Word);
        }

        Clock.Advance(TimeSpan.FromMinutes(1));

        var error = await Order(orders[0]);

        Assert.Equal(("error", "no host"), ((string)error["status"]!, (string)error["statusData"]!));
        Assert.Equal("cancelled", (string)(await Order(orders[1]))["status"]!);
        Assert.Equal("odd", (string)(await Order(orders[2]))["status"]!);
        Assert.Equal("okay", (string)(await Order(orders[3]))["status"]!);
        Assert.Single((await Get("product/vserver")).Data!.AsArray());
    }

    [Fact]
    public async Task Order_WaitingForHost_InstallsAfterwards()
    {
        World.ScriptOrders(new OrderScript { Product = "dedicated*", WaitForHost = TimeSpan.FromDays(2), Deployment = TimeSpan.FromHours(1) });
        var order = (await Post("manage/product/dedicated-server:h5HGC", Samples.DedicatedA)).Word;

        Assert.Equal("wait_for_host", (string)(await Order(order))["status"]!);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("installing", (string)(await Order(order))["status"]!);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("okay", (string)(await Order(order))["status"]!);
    }

    [Fact]
    public async Task EndOrder_OfOneUnderWay_DeliversOnceOnly()
    {
        var order = (await Post("manage/product/vserver:configure", Samples.VserverA)).Word;
        Clock.Advance(TimeSpan.FromSeconds(1));
        var named = (string)(await Order(order))["productuuid"]!;

        World.EndOrder(order);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(named, (string)(await Get("product/vserver")).Data!.AsArray().Single()!["uuid"]!);
    }

    [Fact]
    public async Task Orders_AHundredAtOnce_AreAHundredDifferentOnes()
    {
        var orders =
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Post("manage/product/vserver:configure", Samples.VserverA.With("data[name]", $"n{i}"))));
        Clock.Advance(TimeSpan.FromSeconds(3));
        var servers = (await Get("product/vserver")).Data!.AsArray();

        Assert.Equal(100, orders.Select(o => o.Word).Distinct().Count());
        Assert.Equal(100, servers.Select(s => (string)s!["uuid"]!).Distinct().Count());
        Assert.Equal(100, servers.Select(s => (string)s!["network"]!["public"]!["ipv4"]!["ip"]!).Distinct().Count());
        Assert.Equal((100, 0), (World.State().OrdersPlaced, World.State().DuplicateOrders));
    }

    [Fact]
    public void World_UsedByManyAtOnce_LosesNothing()
    {
        using var together = new Barrier(8);
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            together.SignalAndWait();
            for (var i = 0; i < 3000; i++)
            {
                World.SeedVservers(1);
            }
        })).ToList();

        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(24000, World.State().Products.Select(p => p.Uuid).Distinct().Count());
    }

    [Fact]
    public async Task State_AfterTheSameOrderTwice_CountsADuplicate()
    {
        await Post("manage/product/vserver:configure", Samples.VserverA);
        await Post("manage/product/vserver:configure", Samples.VserverA);

        Assert.Equal((2, 1), (World.State().OrdersPlaced, World.State().DuplicateOrders));
    }

    private async Task<JsonNode> Order(string uuid) => (await Get($"manage/order/{uuid}")).Data!;
}
