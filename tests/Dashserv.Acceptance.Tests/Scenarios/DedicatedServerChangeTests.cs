using Dashserv.Simulator.Control;
using Dashserv.Simulator.Forms;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What each change of a dedicated server's arguments does: another server, a reinstallation, a switch, or nothing at all.</summary>
public sealed class DedicatedServerChangeTests : AcceptanceTest
{
    private const string Db = "dashserv_dedicated_server.db";
    private const string Installation = "*/installation/create";

    [Theory, MemberData(nameof(Clis))]
    public async Task Options_Changed_MakeAnotherServer(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, With("CentOS 8", "db-1"), Scenario.Quick with { FormStyle = FormStyle.B });
        await scenario.ApplyAsync();
        var id = scenario.Server.Uuid;
        await scenario.Write(With("280", "db-1")).NothingToDoAsync();
        (await scenario.Write(With("280", "db-2")).PlanAsync()).Plans(Db, "delete,create").Run.Saying("~ options = { # forces replacement", "db-2");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(("db-2", "CentOS 8"), (scenario.World.State().Orders[^1].Data["hostname"], scenario.Server.Image));
        Assert.NotEqual(id, scenario.Server.Uuid);
        await scenario.EndAsync(orders: 2);

        static string With(string os, string hostname) => Bare($"options = {{ os = \"{os}\", hostname = \"{hostname}\" }}");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task OperatingSystem_ChangedOrTriggered_IsRefusedReinstalledOrReplaced(string cli)
    {
        const string error = "on_os_change = \"error\"";
        const string replace = "on_os_change = \"replace\"";
        await using var scenario = await Scenario.StartAsync(cli, Dedicated(more: $"{error}\n  reinstall_triggers = {{ release = \"1\" }}"));
        await scenario.ApplyAsync();
        var id = scenario.Server.Uuid;
        (await scenario.Write(Dedicated(template: "CentOS 8", more: error)).RunAsync("plan"))
            .Failed("template must not change", "from Debian 11 (Bullseye) to CentOS 8", "Nothing was done");

        // A trigger reinstalls whatever on_os_change says of other systems; to take it away is no trigger.
        (await scenario.Write(Dedicated(more: $"{error}\n  reinstall_triggers = {{ release = \"2\" }}")).PlanAsync())
            .Plans(Db, "update").Run.Saying("Warning: This wipes the disks", "because of reinstall_triggers", id);
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyPlanAsync();
        Assert.Equal([$"POST /v1/product/dedicated-server/{id}/installation/create"], scenario.Writes);
        Assert.Equal(("295", "db-1"), Installed(scenario));
        await scenario.NothingToDoAsync();
        await scenario.AdoptsAsync(Dedicated(), Db, "update");
        await scenario.AdoptsAsync(Dedicated(more: replace), Db, "update");

        (await scenario.Write(Dedicated("db-2", more: replace)).PlanAsync()).Plans(Db, "delete,create").Run.Saying("\"db-1\" -> \"db-2\" # forces replacement")
            .NotSaying("This wipes the disks");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(("295", "db-2"), Installed(scenario));
        Assert.NotEqual(id, scenario.Server.Uuid);
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Template_AddedAndRemoved_IsInstalledOnABareServerAndStays(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Bare());
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        var id = scenario.Server.Uuid;
        Assert.Equal((null, null), (scenario.Server.Image, scenario.Attribute("template", "db")));
        (await scenario.Write(Dedicated()).RunAsync("plan")).Failed("template must not change", "from nothing to Debian 11 (Bullseye)");

        (await scenario.Write(Dedicated(more: "on_os_change = \"reinstall\"")).PlanAsync())
            .Plans(Db, "update").Run.Saying("Warning: This wipes the disks", "because of template", id);
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((id, "Debian 11 (Bullseye)"), (scenario.Server.Uuid, scenario.Server.Image));
        await scenario.Write(Bare("on_os_change = \"reinstall\"")).NothingToDoAsync();
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Power_SwitchedAndLeftAlone_AsFarAsTheGuestListens(string cli)
    {
        const string deaf = "power_state = \"offline\"\n  shutdown_timeout = \"1s\"";
        await using var scenario = await Scenario.StartAsync(cli, Bare("power_state = \"offline\""));
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        var id = scenario.Server.Uuid;
        Assert.Equal(("offline", "offline"), (scenario.Server.Power, scenario.Attribute("power_state", "db")));

        // Not managed any more, it is not even looked at.
        await scenario.AdoptsAsync(Bare(), Db, "update");
        Assert.Equal("offline", scenario.Server.Power);
        scenario.World.Change(id, new ProductChange { Power = Simulator.Vservers.PowerState.Online, ObeysAcpi = false });
        await scenario.NothingToDoAsync();

        (await scenario.Write(Bare(deaf)).PlanAsync()).Plans(Db, "update");
        (await scenario.TryApplyAsync()).Failed("The server did not shut down", "still running after 1s", "force_stop = true");
        Assert.Equal(("online", null), (scenario.Server.Power, scenario.Attribute("power_state", "db")));
        (await scenario.Write(Bare($"{deaf}\n  force_stop = true")).PlanAsync()).Plans(Db, "update");
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyPlanAsync();
        Assert.Equal([$"POST /v1/product/dedicated-server/{id}/actions/shutdown", $"POST /v1/product/dedicated-server/{id}/actions/stop"], scenario.Writes);
        Assert.Equal("offline", scenario.Server.Power);
        await scenario.NothingToDoAsync();

        scenario.World.Change(id, new ProductChange { ObeysAcpi = true });
        await scenario.ApplyAsync(Bare("power_state = \"online\"\n  shutdown_before_destroy = true"), thenEmpty: true);
        Assert.Equal("online", scenario.Server.Power);
        scenario.Simulator.Journal.Clear();
        await scenario.EndAsync();
        Assert.Equal([$"POST /v1/product/dedicated-server/{id}/actions/shutdown", $"DELETE /v1/product/dedicated-server/{id}"], scenario.Writes);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Settings_OfTheProviderAlone_ChangeInPlaceWithoutACall(string cli)
    {
        const string all = """
            period            = "1 Monat"
              on_create_timeout = "fail"
              shutdown_timeout  = "3m"
              force_stop        = true
              on_destroy        = "abandon"
              timeouts          = { create = "1h", update = "1h" }
            """;
        await using var scenario = await Scenario.StartAsync(cli, Dedicated(more: "max_monthly_price = 30"));
        (await scenario.RunAsync("plan")).Failed("Too expensive", "35.70 EUR", "limit of 30.00 EUR");
        Assert.Equal(0, scenario.OrdersPlaced);
        await scenario.ApplyAsync(Dedicated(), thenEmpty: true);
        await scenario.AdoptsAsync(Dedicated(more: all), Db, "update");
        await scenario.AdoptsAsync(Dedicated(more: "shutdown_before_destroy = true\n  timeouts = { delete = \"1h\" }"), Db, "update");
        await scenario.AdoptsAsync(Dedicated(more: "on_destroy = \"abandon\""), Db, "update");

        var id = scenario.Server.Uuid;
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded()
            .Saying("Warning: A dedicated server goes on running, and costing money", "0.04958 EUR per hour", "35.70 EUR per month", id);
        Assert.Empty(scenario.Writes);
        Assert.Equal(("[]", id), (scenario.StateOfResources(), scenario.Server.Uuid));
        scenario.World.Delete(id);
        scenario.NothingIsLeft(orders: 1);
    }

    private static string Dedicated(string hostname = "db-1", string template = "Debian 11 (Bullseye)", string more = "") =>
        DedicatedServerTests.Dedicated(hostname: hostname, template: template, more: more);

    private static string Bare(string more = "") => Provider + Block(Db, $"  model = \"h5HGC\"\n  location = \"Skylink, Eygelshoven\"\n  {more}");

    /// <summary>The template and the host name of the last installation that was asked for.</summary>
    private static (string Template, string Hostname) Installed(Scenario scenario)
    {
        var fields = scenario.Simulator.Journal.Entries(Installation, "POST")[^1].Fields;
        return (fields["template"], fields["hostname"]);
    }
}
