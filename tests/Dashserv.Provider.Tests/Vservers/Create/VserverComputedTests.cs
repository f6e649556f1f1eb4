using System.Globalization;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>Each computed attribute has the value that the API says, after the create and after each refresh.</summary>
public sealed class VserverComputedTests
{
    private static readonly string[] Computed =
    [
        "id", "order_id", "status", "created_at", "location_name", "country", "ipv4_address", "ipv4_gateway", "ipv4_prefix", "ipv6_address", "ipv6_gateway",
        "ipv6_prefix", "additional_ip_addresses", "backup_limit", "snapshot_limit", "traffic_included_gb", "bandwidth_mbit", "monthly_price", "hourly_price",
        "quote",
    ];

    [Fact]
    public async Task Plan_Create_KnowsOnlyTheQuote()
    {
        await using var world = await ProviderWorld.StartAsync();
        var plan = await world.Vserver().PlanAsync(TestVserver.Config);
        Assert.Equal(["quote"], Computed.Where(a => !plan.IsUnknown(a)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Values_AfterCreateAndAfterRefresh_AreTheApis(bool isRefreshed)
    {
        var deployment = TimeSpan.FromMinutes(10);
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { DeploymentTime = deployment }, time: new JumpingClock());
        var server = await world.CreateVserverAsync();
        if (isRefreshed)
        {
            Assert.Empty(await server.RefreshAsync());
        }

        var (product, order) = (world.TheProduct(), Assert.Single(world.Simulator.World.State().Orders));
        Assert.Equal((product.Uuid, order.Uuid, "okay"), (server["id"], server["order_id"], server["status"]));
        Assert.Equal(("maincubes FRA01, Offenbach", "DE"), (server["location_name"], server["country"]));
        Assert.Equal(("198.18.0.1", 24L), (server["ipv4_gateway"], server["ipv4_prefix"]));
        Assert.StartsWith("198.18.0.", (string)server["ipv4_address"]!, StringComparison.Ordinal);
        Assert.Equal(("2001:db8:a120:10a::1", 64L), (server["ipv6_gateway"], server["ipv6_prefix"]));
        Assert.StartsWith("2001:db8:a120:10a::", (string)server["ipv6_address"]!, StringComparison.Ordinal);
        Assert.Empty(Assert.IsType<TfSequence>(server.At("additional_ip_addresses")).Elements);
        Assert.Equal((3L, 5L, 2000L, 750L), (server["backup_limit"], server["snapshot_limit"], server["traffic_included_gb"], server["bandwidth_mbit"]));
        Assert.Equal((product.MonthlyPrice, product.HourlyPrice), ((decimal)server["monthly_price"]!, (decimal)server["hourly_price"]!));
        Assert.Equal((3.707m, 3.00267m, 0.00515m, 0L, "EUR"), (
            server["quote.monthly_gross"], server["quote.monthly_net"], server["quote.hourly_gross"], server["quote.setup_gross"], server["quote.currency"]));
        Assert.Equal((order.Created + deployment).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), server["created_at"]);
    }

    [Fact]
    public async Task Update_OfBookkeeping_ChangesNoneOfThem()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With("deletion_protection", true));
        Assert.Equal(["deletion_protection"], plan.Changes);
    }

    [Theory]
    [InlineData("shutdown_timeout", "5m")]
    [InlineData("force_stop", true)]
    [InlineData("shutdown_before_destroy", true)]
    [InlineData("deletion_protection", true)]
    [InlineData("on_destroy", "abandon")]
    [InlineData("on_create_timeout", "fail")]
    [InlineData("on_os_change", "error")]
    [InlineData("max_monthly_price", 0.01)]
    public async Task Update_OfWhatTheApiDoesNotKnow_IsWrittenDownWithoutACall(string attribute, object value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var config = TestVserver.Config.With(attribute, value);
        var plan = await server.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, attribute), (plan.Action, Assert.Single(plan.Changes)));
        world.Simulator.Journal.Clear();
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal(0, world.Simulator.Journal.Count());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Defaults_AreInTheState()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Equal(
            ("vserver:configure", "replace", "terminate", "resume", false),
            (server["product"], server["on_os_change"], server["on_destroy"], server["on_create_timeout"], server["deletion_protection"]));
    }
}
