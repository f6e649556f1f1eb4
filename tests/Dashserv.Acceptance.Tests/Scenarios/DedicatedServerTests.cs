using Dashserv.Simulator.Forms;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A dedicated server's life: ordered, installed, changed in place where that is asked for, taken over, terminated.</summary>
public sealed class DedicatedServerTests : AcceptanceTest
{
    private const string Db = "dashserv_dedicated_server.db";
    private const string Reinstall = "on_os_change = \"reinstall\"";
    private const string Replace = "on_os_change = \"replace\"";

    [Theory, MemberData(nameof(Clis))]
    public async Task DedicatedServer_FromOrderToTermination(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Dedicated());
        var plan = await scenario.PlanAsync();
        plan.Plans(Db, "create");
        Assert.Equal("35.7", plan.After(Db, "quote")!["monthly_gross"]!.ToString());
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(
            (scenario.Server.Uuid, "okay", "Debian 11 (Bullseye)"),
            (scenario.Attribute("id", "db"), scenario.Attribute("status", "db"), scenario.Attribute("os", "db")));
        Assert.Equal("Debian 11 (Bullseye)", scenario.Server.Image);

        // Written differently it is the same; what concerns the provider alone changes in place, and so does the power.
        await scenario.Write(Dedicated(template: "295", location: "kc7aV")).NothingToDoAsync();
        await scenario.AdoptsAsync(Dedicated(more: "max_monthly_price = 50\n  deletion_protection = true"), Db, "update");
        (await scenario.Write(Dedicated(template: "CentOS 8", more: $"deletion_protection = true\n  {Replace}")).RunAsync("plan"))
            .Failed("Protected against deletion", "template");
        (await scenario.RunAsync("plan", "-destroy")).Failed("Protected against deletion", "deletion_protection = false");
        await scenario.ApplyAsync(Dedicated(more: "power_state = \"offline\""), thenEmpty: true);
        Assert.Equal("offline", scenario.Server.Power);
        await scenario.ApplyAsync(Dedicated(more: "power_state = \"online\""), thenEmpty: true);
        Assert.Equal("online", scenario.Server.Power);

        // Anything else makes another server.
        (await scenario.Write(Dedicated(location: "Equinix AM5, Amsterdam")).PlanAsync()).Plans(Db, "delete,create");
        (await scenario.Write(Dedicated("Fzasc")).PlanAsync()).Plans(Db, "delete,create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("dedicated-server:Fzasc", scenario.Server.Product);
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task OperatingSystem_Changed_ReplacesReinstallsOrIsRefused(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Dedicated(more: Reinstall));
        await scenario.ApplyAsync();
        var (id, address) = (scenario.Server.Uuid, scenario.Attribute("primary_ipv4_address", "db"));

        (await scenario.Write(Dedicated(template: "CentOS 8", more: Replace)).PlanAsync()).Plans(Db, "delete,create");
        (await scenario.Write(Dedicated(hostname: "db-2", more: "on_os_change = \"error\"")).RunAsync("plan"))
            .Failed("hostname must not change", "on_os_change is \"error\"");
        (await scenario.Write(Dedicated(template: "CentOS", more: Reinstall)).RunAsync("plan")).Failed("No such template", "CentOS 8 (280)");
        (await scenario.Write(Dedicated(template: "CentOS 8", more: Reinstall)).PlanAsync())
            .Plans(Db, "update").Run.Saying("Warning: This wipes the disks", "because of template", id);
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((id, "CentOS 8", address), (scenario.Server.Uuid, scenario.Server.Image, scenario.Attribute("primary_ipv4_address", "db")));

        // A trigger that was not there before is taken over; its change reinstalls, as does another host name.
        await scenario.AdoptsAsync(Dedicated(template: "CentOS 8", more: Reinstall + "\n  reinstall_triggers = { release = \"1\" }"), Db, "update");
        (await scenario.Write(Dedicated(template: "CentOS 8", hostname: "db-2", more: Reinstall + "\n  reinstall_triggers = { release = \"2\" }")).PlanAsync())
            .Plans(Db, "update").Run.Saying("This wipes the disks", "because of hostname");
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal([$"POST /v1/product/dedicated-server/{id}/installation/create"], scenario.Writes);
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task DedicatedServer_Imported_IsNeitherReinstalledNorOrdered(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Dedicated());
        await scenario.ApplyAsync();
        (await scenario.RunAsync("state", "rm", Db)).Succeeded();
        scenario.Write(Provider + Block(Db, "  model = \"h5HGC\"\n  location = \"NL\""));
        (await scenario.RunAsync("import", Db, "nOsUc")).Failed("Cannot import non-existent remote object");
        (await scenario.RunAsync("import", Db, "no/such")).Failed("not the uuid of a dedicated server");
        (await scenario.RunAsync("import", Db, scenario.Server.Uuid)).Succeeded();
        await scenario.NothingToDoAsync();

        // The host name cannot be read: the configuration's word is taken for it. The template can.
        await scenario.AdoptsAsync(Dedicated(more: "reinstall_triggers = { a = \"b\" }\n  power_state = \"online\""), Db, "update");
        (await scenario.Write(Dedicated(template: "CentOS 8", more: Replace)).PlanAsync()).Plans(Db, "delete,create");
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Passwords_OfAnInstallation_AreInNoStateAndNoTrace(string cli)
    {
        // Ordered with its system, and with one that is installed afterwards: both tell their passwords.
        await using var scenario = await Scenario.StartAsync(cli, Dedicated(more: Reinstall), Scenario.Quick with { FormStyle = FormStyle.B });
        scenario.Workspace.Environment["TF_LOG"] = "trace";
        var output = (await scenario.ApplyAsync()).Output;
        var secrets = scenario.Server.Passwords.Values.ToList();
        output += (await scenario.Write(Dedicated(template: "CentOS 8", more: Reinstall)).ApplyAsync()).Output;
        output += (await scenario.PlanAsync()).Run.Output;
        secrets.AddRange(scenario.Server.Passwords.Values);

        Assert.Equal(4, secrets.Distinct().Count());
        Assert.Contains("/installation/status", output, StringComparison.Ordinal);
        Assert.All(secrets, s => Assert.False(scenario.StateHolds(s), "The state holds a password."));
        Assert.All(secrets, s => Assert.DoesNotContain(s, output, StringComparison.Ordinal));
        Assert.DoesNotContain(Scenario.Token, output, StringComparison.Ordinal);
        scenario.Workspace.Environment["TF_LOG"] = null;
        await scenario.EndAsync();
    }

    internal static string Dedicated(
        string model = "h5HGC", string hostname = "db-1", string template = "Debian 11 (Bullseye)", string location = "Skylink, Eygelshoven",
        string more = "") =>
        Provider + Block(Db, $"  model = \"{model}\"\n  hostname = \"{hostname}\"\n  template = \"{template}\"\n  location = \"{location}\"\n  {more}");
}
