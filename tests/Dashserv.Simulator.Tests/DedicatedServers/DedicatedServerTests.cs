namespace Dashserv.Simulator.Tests.DedicatedServers;

public sealed class DedicatedServerTests : SimulatorTest
{
    [Fact]
    public async Task Order_TakesOneFromTheStock_AndTheLastOneEndsIt()
    {
        World.SetStock("h5HGC", 1);

        await DedicatedServer();
        var refused = await Post("manage/product/dedicated-server:h5HGC", Samples.DedicatedA);
        var model = (await Get("product/dedicated-server/models")).Data!.AsArray().Single(m => (string)m!["uuid"]! == "h5HGC")!;

        Assert.Equal(0, (int)model["stock"]!);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "product_not_available"), (refused.Status, refused.Word));
        Assert.False((bool)(await Get("manage/product/dedicated-server:h5HGC")).Data!["available"]!);
    }

    [Fact]
    public async Task Preorder_WaitsForHostUntilItIsThere()
    {
        World.SetStock("BSDcu", 0);
        var order = (await Post("manage/product/dedicated-server:BSDcu", Samples.DedicatedA)).Word;
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("wait_for_host", (string)(await Get($"manage/order/{order}")).Data!["status"]!);

        World.EndOrder(order);

        Assert.Equal("okay", (string)(await Get($"manage/order/{order}")).Data!["status"]!);
        Assert.Single((await Get("product/dedicated-server")).Data!.AsArray());
    }

    [Fact]
    public async Task Change_MovesExchangesAndInstalls()
    {
        var uuid = await DedicatedServer();
        World.Change(uuid, new ProductChange { Location = "d3FrA", Model = "Fzasc", Image = "262" });

        var device = (await Get($"product/dedicated-server/{uuid}")).Data!["device"]!;
        var installation = (await Get($"product/dedicated-server/{uuid}/installation/status")).Data!;

        Assert.Equal(("d3FrA", "Fzasc"), ((string)device["location"]!["uuid"]!, (string)device["model"]!["uuid"]!));
        Assert.Equal("Debian 8 (Jessie)", (string)installation["os"]!);
        Assert.Equal((string)installation["ssh"]!["root"]!, World.State().Products.Single().Passwords["root"]);
    }

    [Theory]
    [InlineData("shutdown", 2, "offline")]
    [InlineData("stop", 1, "offline")]
    [InlineData("reset", 1, "online")]
    public async Task Action_ShowsInTheStatusAfterAWhile(string action, int seconds, string state)
    {
        var at = $"product/dedicated-server/{await DedicatedServer()}";

        Assert.Equal("action_executed_successfully", (await Post($"{at}/actions/{action}")).Word);
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(state, (string)(await Get($"{at}/status")).Data!["status"]!);
        Assert.True((await Post($"{at}/actions/start")).Success);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("online", (string)(await Get($"{at}/status")).Data!["status"]!);
    }

    [Fact]
    public async Task Installation_LogsWhileItRunsThenNamesItsAccounts()
    {
        var at = $"product/dedicated-server/{await DedicatedServer()}";
        Assert.Null((await Get($"{at}/installation/status")).Data!["os"]);

        await Post($"{at}/installation/create", ("template", "278"), ("hostname", "h"));
        var first = (await Get($"{at}/installation/status")).Data!;
        var second = await Post($"{at}/installation/create", ("template", "278"), ("hostname", "h"));
        Clock.Advance(TimeSpan.FromSeconds(3));
        var later = (await Get($"{at}/installation/status")).Data!;
        Clock.Advance(TimeSpan.FromSeconds(2));
        var done = (await Get($"{at}/installation/status")).Data!;

        Assert.True((bool)first["installation"]!);
        Assert.Null(first["ssh"]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.StartsWith((string)first["log"]!, (string)later["log"]!, StringComparison.Ordinal);
        Assert.True(((string)later["log"]!).Length > ((string)first["log"]!).Length);
        Assert.Equal((false, "Debian 10 (Buster)"), ((bool)done["installation"]!, (string)done["os"]!));
        Assert.Equal(8, ((string)done["ssh"]!["root"]!).Length);
    }

    [Fact]
    public async Task Installation_ScriptedToFail_LeavesItsLog()
    {
        var at = $"product/dedicated-server/{await DedicatedServer()}";
        World.FailInstallations("disk is broken");

        await Post($"{at}/installation/create", ("template", "278"), ("hostname", "h"));
        Clock.Advance(TimeSpan.FromSeconds(5));
        var failed = (await Get($"{at}/installation/status")).Data!;

        Assert.Equal((false, "disk is broken"), ((bool)failed["installation"]!, (string)failed["log"]!));
        Assert.Null(failed["os"]);
    }

    [Fact]
    public async Task Installation_WithBadFields_IsRefused()
    {
        var at = $"product/dedicated-server/{await DedicatedServer()}";

        Assert.Equal("empty_field:template", (await Post($"{at}/installation/create", ("hostname", "h"))).Word);
        Assert.Equal("empty_field:hostname", (await Post($"{at}/installation/create", ("template", "278"))).Word);
        Assert.Equal("invalid_template", (string)(await Post($"{at}/installation/create", ("template", "1"), ("hostname", "h"))).Data!["msg"]!);
    }
}
