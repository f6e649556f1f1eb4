using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary><c>options</c>: what the order form asks besides, by its own names.</summary>
public sealed class VserverOptionTests
{
    private static readonly SimulatorOptions ManyOptions = TestVserver.Swift with { FormStyle = FormStyle.C };

    [Fact]
    public async Task Create_NoOptions_SendsAllOfTheForms()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        await world.CreateVserverAsync(TestVserver.Nameless);
        var sent = world.TheOrder();
        Assert.Equal(("0", "1", "750", "0"), (sent["virtualization"], sent["ipv4"], sent["bandwidth"], sent["traffic"]));
    }

    [Theory]
    [InlineData("5 TB Traffic")]
    [InlineData("5 tb traffic")]
    [InlineData("1")]
    public async Task Create_Option_IsFoundByTextOrKeyAndPriced(string traffic)
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var plain = await world.Vserver().PlanAsync(TestVserver.Nameless);
        var server = world.Vserver();
        var plan = await server.PlanAsync(With("traffic", traffic));
        Assert.True((decimal)plan["quote.monthly_gross"]! > (decimal)plain["quote.monthly_gross"]!);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal("1", world.TheOrder()["traffic"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(With("traffic", traffic))).Action);
    }

    [Theory]
    [InlineData("traffic", "50 TB", "\"2 TB Traffic (0)\", \"5 TB Traffic (1)\", \"10 TB Traffic (2)\"")]
    [InlineData("traffic", "TB", "5 TB Traffic")]
    [InlineData("virtualization", "LXC", "KVM")]
    [InlineData("ipv4", "2", "only 1")]
    [InlineData("ipv4", "0", "only 1")]
    [InlineData("bandwidth", "fast", "only 750")]
    [InlineData("warp", "9", "\"cpu\", \"ram\", \"disk\", \"image\", \"virtualization\", \"ipv4\", \"bandwidth\", \"traffic\"")]
    public async Task Plan_NotInTheForm_SaysWhatIs(string option, string value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(With(option, value))).Diagnostics);
        Assert.Equal($"options[\"{option}\"]", error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Plan_HiddenText_IsQuotedAsItWillBeOrderedAndToldWhereItIsRefused()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        await world.TamperAsync("manage/product/vserver:configure", form =>
            form["options"]!["comment"] = new JsonObject { ["changeable"] = true, ["visible"] = false, ["type"] = "text" });
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "POST",
            Path = "/v1/manage/product/*",
            Body = new Dictionary<string, string?> { ["data[comment]"] = "" },
            Status = 422,
            Text = NotGone.Failure("empty_field:comment"),
        });
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Nameless)).Diagnostics);
        Assert.Equal("The order of vserver:configure was refused", error.Summary);
        Assert.All(
            ["empty_field:comment", "Nothing was ordered", "options = { comment = \"…\" }"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_FormAsksForTheNameTwice_IsGivenItTwice()
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.TamperAsync("manage/product/vserver:configure", form =>
            form["options"]!["hostname"] = new JsonObject { ["changeable"] = true, ["visible"] = true, ["type"] = "text" });
        await world.CreateVserverAsync();
        var sent = Assert.Single(world.Simulator.Journal.Entries("/v1/manage/product/*", "POST"), e => !e.Fields.ContainsKey("calculate")).Fields;
        Assert.Equal(("web", "web"), (sent["data[name]"], sent["data[hostname]"]));
    }

    [Theory]
    [InlineData("cpu", "2", "cores")]
    [InlineData("image", "0", "image")]
    public async Task Plan_OptionThatAnAttributeSets_IsRefused(string option, string value, string attribute)
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(With(option, value))).Diagnostics);
        Assert.Equal(("Set twice", $"options[\"{option}\"]"), (error.Summary, error.Path.ToString()));
        Assert.Contains($"the attribute {attribute}", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_NameAsAnOption_IsOrdered()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Nameless.With("options", Config.Of(("name", "mine")));
        var server = await world.CreateVserverAsync(config);
        Assert.Equal(("mine", "mine"), (world.TheOrder()["name"], server["name"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Create_ImageAsAnOption_IsOrdered()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var config = TestVserver.Nameless.Without("image").With("options", Config.Of(("image", "CentOS 8")));
        var server = await world.CreateVserverAsync(config);
        Assert.Equal("centos8", server["image"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Plan_NameOfAFormWithoutOne_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(("vserver:configure has no name", "name"), (error.Summary, error.Path.ToString()));
        Assert.Contains("leave it out", error.Detail, StringComparison.Ordinal);
        Assert.Contains("\"traffic\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OtherOption_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = await world.CreateVserverAsync(With("traffic", "5 TB Traffic"));
        var plan = await server.PlanAsync(With("traffic", "10 TB Traffic"));
        Assert.Equal((ChangeAction.Replace, "options"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("5TB traffic")]
    public async Task Plan_OptionInOtherWords_ReplacesNothing(string traffic)
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = await world.CreateVserverAsync(With("traffic", "5 TB Traffic"));
        var id = server["id"];
        var plan = await server.PlanAsync(With("traffic", traffic));
        Assert.Empty(plan.RequiresReplace);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal(id, server["id"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(With("traffic", traffic))).Action);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Theory]
    [InlineData("traffic", "2 TB Traffic")]
    [InlineData("traffic", "0")]
    [InlineData("virtualization", "KVM")]
    [InlineData("bandwidth", "750")]
    public async Task Plan_OptionNamedOrLeftOutAsItWasSentAnyway_ReplacesNothing(string option, string value)
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = await world.CreateVserverAsync(TestVserver.Nameless);
        var id = server["id"];
        world.Simulator.Journal.Clear();
        foreach (var config in new[] { With(option, value), TestVserver.Nameless })
        {
            var plan = await server.PlanAsync(config);
            Assert.Empty(plan.RequiresReplace);
            Assert.Empty(await server.ApplyAsync(plan));
            Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
        }

        Assert.Equal(id, server["id"]);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Plan_OptionThatAnAttributeWasSentFor_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = await world.CreateVserverAsync(TestVserver.Nameless.With("image", "debian11"));
        var first = TestVserver.Nameless.Without("image").With("options", Config.Of(("image", "0")));
        Assert.Equal(["options"], (await server.PlanAsync(first)).RequiresReplace);
    }

    [Fact]
    public async Task Plan_OptionLeftOutThatWasNotTheForms_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = await world.CreateVserverAsync(With("traffic", "5 TB Traffic"));
        var plan = await server.PlanAsync(TestVserver.Nameless);
        Assert.Equal((ChangeAction.Replace, "options"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Fact]
    public async Task Plan_OptionOnlyKnownAfterApply_IsOrderedAsItTurnsOut()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Nameless.With("options", Config.Of(("traffic", Config.Unknown))));
        Assert.True(plan.IsUnknown("quote"));
        Assert.Empty(await server.ApplyAsync(plan, With("traffic", "5 TB Traffic")));
        Assert.Equal("1", world.TheOrder()["traffic"]);
    }

    [Fact]
    public async Task Plan_AllOptionsOnlyKnownAfterApply_LeavesTheQuoteOpen()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Nameless.With("options", Config.Unknown));
        Assert.True(plan.IsUnknown("quote"));
        Assert.Empty(await server.ApplyAsync(plan, With("traffic", "5 TB Traffic")));
        Assert.Equal("1", world.TheOrder()["traffic"]);
    }

    private static Config With(string option, string value) => TestVserver.Nameless.With("options", Config.Of((option, value)));
}
