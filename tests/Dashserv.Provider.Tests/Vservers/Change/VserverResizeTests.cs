using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>A resize whose answer is lost: it is repeated, and what is refused then may have been done before.</summary>
public sealed class VserverResizeTests
{
    private const string Refused = """{"success":false,"data":"Der Server hat diese Ressourcen bereits."}""";

    [Fact]
    public async Task Resize_DoneButTheRepetitionRefused_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync(retries: 1);
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Cut = CutMoment.After });
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Status = 412, Text = Refused });
        Assert.Empty((await server.ApplyAsync(TestVserver.Config.With("cores", 4))).BesidesRestart());
        Assert.Equal(4L, server["cores"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.With("cores", 4))).Action);
    }

    [Fact]
    public async Task Resize_UnderWayWhenTheRepetitionIsRefused_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync(retries: 1);
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Configure(new SettingsChange { UpgradeTime = TimeSpan.FromSeconds(2) });
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Cut = CutMoment.After });
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Status = 412, Text = Refused });
        Assert.Empty((await server.ApplyAsync(TestVserver.Config.With("cores", 4))).BesidesRestart());
        Assert.Equal(4L, server["cores"]);
    }

    [Fact]
    public async Task Resize_SentAndNotToBeFollowed_SaysThatItMayBeDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "*/status", Skip = 1, Times = 0, Status = 403, Word = "forbidden" });
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("cores", 4)));
        Assert.Equal("The resize may not be finished", error.Summary);
        Assert.All(
            ["may be under way or done", "costs what the plan said", "Plan again"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resize_LostAndTheRepetitionRefused_DoesNotClaimThatNothingChanged()
    {
        await using var world = await ProviderWorld.StartAsync(retries: 1);
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Cut = CutMoment.Before });
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Status = 412, Text = Refused });
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("cores", 4)));
        Assert.Contains("bereits", error.Detail, StringComparison.Ordinal);
        Assert.Contains("plan again to see what the server has now", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", error.Detail, StringComparison.Ordinal);
        Assert.Equal(2L, server["cores"]);
    }

    [Theory]
    [InlineData("Nicht genügend Ressourcen auf dem Host.", false)]
    [InlineData("host_is_full", false)]
    [InlineData("vserver_not_configurable", true)]
    [InlineData("Der Server ist nicht konfigurierbar.", true)]
    public async Task Resize_Refused_QuotesTheApiAndSpeaksOfTheProductOnlyWhereItDoes(string word, bool isOfProduct)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Status = 412, Word = word });
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("cores", 4)));
        Assert.Equal(("The server was not resized", ""), (error.Summary, error.Path.ToString()));
        Assert.Contains($"{word.TrimEnd('.')}.\n", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error.Detail, StringComparison.Ordinal);
        Assert.Contains("The server, and what it costs, is unchanged.", error.Detail, StringComparison.Ordinal);
        Assert.Equal(isOfProduct, error.Detail.Contains("Only servers ordered as product \"vserver:configure\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refresh_AnsweredWithAnotherServer_KeepsTheState()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, other) = (await world.CreateVserverAsync(), await world.CreateVserverAsync(TestVserver.Config.With("name", "other")));
        await world.ConfigureAsync();
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "GET",
            Status = 200,
            Path = $"/v1/product/vserver/{server["id"]}",
            Text = $$"""{"success":true,"data":{"uuid":"{{other["id"]}}","name":"other"} }""",
        });
        var before = server.Value;
        var error = ProviderWorld.TheError(await server.RefreshAsync());
        Assert.Contains($"\"{other["id"]}\" where \"{server["id"]}\" was asked for", error.Detail, StringComparison.Ordinal);
        Assert.Equal(before, server.Value);
    }

    [Fact]
    public async Task Resize_AnsweredOtherwiseThanDocumentedButDone_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Status = 200, Text = """{"success":true,"data":true}""", Applied = true });
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Config.With("cores", 4)), d => d.Severity == Severity.Error);
        Assert.Equal((4L, 4), (server["cores"], world.TheProduct().Cores));
    }
}
