namespace Dashserv.Simulator.Tests.Orders;

public sealed class OrderRequestTests : SimulatorTest
{
    private const string Product = "manage/product/vserver:configure";

    [Theory]
    [InlineData("data[cpu]", "empty_field:cpu")]
    [InlineData("data[name]", "empty_field:name")]
    [InlineData("data[location]", "empty_field:location")]
    public async Task Order_WithoutAField_NamesIt(string missing, string word)
    {
        var answer = await Post(Product, Samples.VserverA.With(missing, null));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, false, word), (answer.Status, answer.Success, answer.Word));
    }

    [Theory]
    [InlineData("cpu", "17", "number_out_of_range")]
    [InlineData("cpu", "0", "number_out_of_range")]
    [InlineData("cpu", "two", "number_invalid")]
    [InlineData("disk", "45", "number_invalid_step")]
    [InlineData("image", "9", "invalid_option")]
    [InlineData("image", "debian10", "invalid_option")]
    [InlineData("location", "nowhere", "invalid_location")]
    [InlineData("interval", "never", "invalid_interval")]
    public async Task Order_WithABadValue_AnswersFieldValueAndMessage(string field, string value, string message)
    {
        var answer = await Post(Product, Samples.VserverA.With($"data[{field}]", value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal((field, value, message), ((string)answer.Data!["field"]!, (string)answer.Data["value"]!, (string)answer.Data["msg"]!));
        Assert.Equal(0, World.State().OrdersPlaced);
    }

    [Fact]
    public async Task Interval_MayBeLeftOut_ByResellersOnly()
    {
        var fields = Samples.VserverA.With("data[interval]", null);

        Assert.True((await Post(Product, fields)).Success);
        Assert.Equal("empty_field:interval", (await Send("POST", Product, Form(fields), "simulator-customer")).Word);
    }

    [Fact]
    public async Task Quote_OrdersNothing()
    {
        await Post(Product, [.. Samples.VserverA, ("calculate", "true")]);

        Assert.Equal(0, World.State().OrdersPlaced);
        Assert.False(Server.Journal.Entries().Single().IsOrder);
    }

    [Fact]
    public async Task Quote_OfTheSampleDedicatedServer_HasTheSamplesNumbers()
    {
        var price = (await Post("manage/product/dedicated-server:h5HGC", [.. Samples.DedicatedA, ("calculate", "true")])).Data!["price"]!;

        Assert.Equal((28.917m, 6.783m, 35.7m), ((decimal)price["net"]!, (decimal)price["tax"]!, (decimal)price["brut"]!));
    }

    [Fact]
    public async Task Quote_ElsewhereAndLonger_MultipliesAndItsPositionsAddUp()
    {
        (string, string)[] fields =
            [.. Samples.VserverA.With("data[location]", "d3FrA").With("data[interval]", "7JHa3t").With("data[cpu]", "4"), ("calculate", "true")];

        var reseller = (await Post(Product, fields)).Data!;
        var customer = (await Send("POST", Product, Form(fields), "simulator-customer")).Data!;

        Assert.Equal(3.67m * 1.1m, (decimal)reseller["price"]!["brut"]!);
        Assert.Null(reseller["period"]);
        Assert.Equal(3.67m * 1.1m * 3, (decimal)customer["price"]!["brut"]!);
        Assert.Equal("7JHa3t", (string)customer["period"]!["uuid"]!);
        foreach (var quote in new[] { reseller, customer })
        {
            Assert.Equal((decimal)quote["price"]!["brut"]!, quote["positions"]!.AsArray().Sum(p => (decimal)p!["costs"]!["brut"]!));
        }
    }

    [Fact]
    public async Task Order_OfAnUnknownProduct_IsNotFound()
    {
        Assert.Equal("ressource_not_found", (await Get("manage/product/spaceship")).Word);
        Assert.Equal("ressource_not_found", (await Post("manage/product/spaceship", Samples.VserverA)).Word);
    }

    [Fact]
    public async Task Order_WithoutMoney_IsRefusedInGerman()
    {
        World.Reset(new() { Balance = 1 });

        var answer = await Post(Product, Samples.VserverA);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Contains("Guthaben", answer.Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeForm_MakesTheNextQuoteDearerOrTheProductUnavailable()
    {
        World.ChangeForm("vserver:configure", basePrice: 1.17m);
        var quote = await Post(Product, [.. Samples.VserverA, ("calculate", "true")]);
        World.ChangeForm("vserver:configure", available: false);
        var order = await Post(Product, Samples.VserverA);

        Assert.Equal(3.17m, (decimal)quote.Data!["price"]!["brut"]!);
        Assert.Equal("product_not_available", order.Word);
    }
}
