namespace Dashserv.Simulator.Tests.Orders;

public sealed class AccountTests : SimulatorTest
{
    [Fact]
    public async Task Reseller_IsBilledByTheHourAndTerminates()
    {
        var uuid = await Delivered("vserver:configure", Samples.VserverA);
        Clock.Advance(TimeSpan.FromHours(21));

        var payment = (await Get($"product/vserver/{uuid}")).Data!["payment"]!;
        var gone = await Delete($"product/vserver/{uuid}");
        var balance = (await Get("account/user")).Data!["balance"]!["amount"]!;

        Assert.Equal(("hourly", null), ((string)payment["type"]!, payment["period"]));
        Assert.Equal((0.00301m, 2.17m, 22, 0.06622m), ((decimal)payment["hourly"]!["price"]!["hourly"]!, (decimal)payment["price"]!,
            (int)payment["hourly"]!["price"]!["hours"]!, (decimal)payment["hourly"]!["price"]!["current"]!));
        Assert.Equal("product_terminate_success", gone.Word);
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(100_000m - 0.06622m, (decimal)balance);
        Assert.Equal(100_000m - 0.06622m, (decimal)(await Get("account/user")).Data!["balance"]!["amount"]!);
    }

    [Fact]
    public async Task Customer_PaysAPeriodAheadAndMayNotTerminate()
    {
        var uuid = await Delivered("vserver:configure", Samples.VserverA.With("data[interval]", "Oj3aJNa"), "simulator-customer");

        var payment = (await Get($"product/vserver/{uuid}", "simulator-customer")).Data!["payment"]!;
        var terminate = await Send("DELETE", $"product/vserver/{uuid}", token: "simulator-customer");

        Assert.Equal(("monthly", "Oj3aJNa", 4.34m), ((string)payment["type"]!, (string)payment["period"]!["uuid"]!, (decimal)payment["price"]!));
        Assert.Null(payment["hourly"]);
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (terminate.Status, terminate.Word));
        Assert.Equal(100_000m - 4.34m, (decimal)(await Get("account/user", "simulator-customer")).Data!["balance"]!["amount"]!);
    }

    [Fact]
    public async Task Products_OfAnotherAccount_AreNotFound()
    {
        var uuid = Vserver();
        var order = (await Post("manage/product/vserver:configure", Samples.VserverA)).Word;

        Assert.Equal("ressource_not_found", (await Get($"product/vserver/{uuid}", "simulator-customer")).Word);
        Assert.Equal("resource_not_found", (await Get($"manage/order/{order}", "simulator-customer")).Word);
        Assert.Empty((await Get("product/vserver", "simulator-customer")).Data!.AsArray());
        Assert.Equal("ressource_not_found", (await Get($"product/dedicated-server/{uuid}")).Word);
    }

    [Fact]
    public async Task ReadOnlyToken_ReadsAndIsForbiddenToWrite()
    {
        var uuid = Vserver();

        Assert.True((await Get($"product/vserver/{uuid}", "simulator-readonly")).Success);
        foreach (var method in new[] { "POST", "PUT", "DELETE" })
        {
            var path =
                method switch { "POST" => $"product/vserver/{uuid}/actions/stop", "PUT" => $"product/vserver/{uuid}/upgrade", _ => $"product/vserver/{uuid}" };
            var answer = await Send(method, path, token: "simulator-readonly");
            Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Word));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadOnlyToken_MayQuoteIfConfigured(bool may)
    {
        World.Configure(new() { ReadOnlyMayQuote = may });

        var quote = await Send("POST", "manage/product/vserver:configure", Form([.. Samples.VserverA, ("calculate", "true")]), "simulator-readonly");
        var order = await Send("POST", "manage/product/vserver:configure", Form(Samples.VserverA), "simulator-readonly");

        Assert.Equal((may, false), (quote.Success, order.Success));
    }

    [Fact]
    public async Task AccountProducts_NameAlsoDeletedAndLockedOnes()
    {
        var (kept, gone) = (Vserver(), Vserver());
        World.Change(kept, new() { Status = "LOCKED" });
        World.Delete(gone);

        var products = (await Get("account/products")).Data!.AsArray();

        Assert.Equal(["LOCKED", "DELETED"], products.Select(p => (string)p!["status"]!));
        Assert.Equal(gone, (string)products[1]!["product"]!["uuid"]!);
        Assert.Single((await Get("account/transactions")).Data!.AsArray());
        Assert.Single((await Get("account/invoices")).Data!.AsArray());
    }

    [Fact]
    public async Task OptionalEndpoints_SwitchedOff_AreNoRoutes()
    {
        var server = await DedicatedServer();
        Assert.True((await Get($"product/dedicated-server/{server}/console")).Success);
        World.Configure(new() { OptionalEndpoints = false });

        foreach (var path in new[] { "account/user", "account/products", "account/transactions", "account/invoices",
            $"product/dedicated-server/{server}/console" })
        {
            Assert.Equal((HttpStatusCode.NotFound, "Invalid API route"), ((await Get(path)).Status, (await Get(path)).Word));
        }
    }
}
