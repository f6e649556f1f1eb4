using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Orders;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>Whatever happens to an order: it is placed once, and never forgotten.</summary>
public sealed class VserverOrderTests
{
    private static readonly FaultRule AnOrder =
        new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null } };

    [Fact]
    public async Task Create_AnswerLostAfterTheEffect_AdoptsTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        var server = world.Vserver();
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Config), d => d.Severity == Severity.Error);
        Assert.Equal(1, world.OrdersPlaced);
        Assert.Equal(Assert.Single(world.Simulator.World.State().Products).Uuid, server["id"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
    }

    [Theory]
    [InlineData("insufficient_balance")]
    [InlineData("Das Guthaben reicht nicht aus. Bitte lade dein Konto auf und versuche es dann noch einmal.")]
    public async Task Create_AnsweredWithAWordThatIsNoOrder_SaysTheWordAndSearchesBriefly(string word)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        world.Simulator.Faults.Add(AnOrder with { Status = 200, Word = word });
        var (server, before) = (world.Vserver(), clock.GetUtcNow());
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config));
        Assert.StartsWith($"The order was answered with \"{word[..20]}", error.Summary, StringComparison.Ordinal);
        Assert.All(
            [word, "HTTP 200", "neither an order's id nor a refusal", "may or may not cost money", "not sent a second time",
                "No new product that matches has appeared", "balance", "customer panel"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("lost", $"{error.Summary} {error.Detail}", StringComparison.Ordinal);
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(2));
        Assert.Equal(
            (false, 1), (server.Exists, world.Simulator.Journal.Entries("/v1/manage/product/*", "POST").Count(e => !e.Fields.ContainsKey("calculate"))));
    }

    [Fact]
    public async Task Create_AnsweredWithAnUnknownWordAndDelivered_AdoptsTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Status = 200, Word = "order_created", Applied = true });
        var server = world.Vserver();
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Config), d => d.Severity == Severity.Error);
        Assert.Equal((1, world.TheProduct().Uuid), (world.OrdersPlaced, server["id"]));
    }

    [Theory]
    [InlineData(200, """{"success":true,"data":"forbidden"}""", "forbidden")]
    [InlineData(200, """{"success":true,"data":"resource_not_found"}""", "does not exist")]
    [InlineData(200, """{"success":true,"data":"empty_field:location"}""", "empty_field")]
    [InlineData(200, """{"success":false,"data":"insufficient_balance"}""", "insufficient_balance")]
    [InlineData(412, """{"success":false,"data":"insufficient_balance"}""", "insufficient_balance")]
    public async Task Create_RefusedByAKnownWord_IsOverAtOnce(int status, string text, string told)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        world.Simulator.Faults.Add(AnOrder with { Status = status, Text = text });
        var before = clock.GetUtcNow();
        var error = ProviderWorld.TheError(await world.Vserver().ApplyAsync(TestVserver.Config));
        Assert.StartsWith("The order of vserver:configure was refused", error.Summary, StringComparison.Ordinal);
        Assert.All([told, "Nothing was ordered"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("cancelled")]
    public async Task Create_OrderFails_LeavesNothingAndSaysWhy(string status)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = status, StatusData = "Kein Host ist frei." });
        var server = world.Vserver();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config));
        Assert.Contains($"\"{status}\": Kein Host ist frei. No vserver was delivered.", error.Detail, StringComparison.Ordinal);
        Assert.False(server.Exists);
    }

    [Theory]
    [InlineData("error", "The order failed")]
    [InlineData("cancelled", "The order was cancelled")]
    public async Task Create_OrderFailsAndLeavesAServer_KeepsItAndSaysWhatTheNextApplyDoes(string status, string summary)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = status, StatusData = "Kein Netz.", LeavesProduct = true });
        var server = world.Vserver();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config));
        var left = world.TheProduct().Uuid;
        Assert.Equal((summary, left), (error.Summary, server["id"]));
        Assert.All(
            [$"\"{status}\": Kein Netz.", $"there is a vserver of it, {left}", "may cost money and is in the state",
                "the next apply terminates it, and orders anew", "terraform untaint"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("was delivered", error.Detail, StringComparison.Ordinal);
        Assert.Empty(await server.DestroyAsync());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_Abandoned_LeavesItRunningAndNamesTheCost()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("on_destroy", "abandon"));
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Contains("EUR per hour", warning.Detail, StringComparison.Ordinal);
        Assert.Single(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_OrdinaryCustomer_KeepsTheStateAndExplains()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-customer");
        var server = await world.CreateVserverAsync();
        Assert.Contains("reseller", ProviderWorld.TheError(await server.DestroyAsync()).Detail, StringComparison.Ordinal);
        Assert.True(server.Exists);
    }
}
