using Dashserv.Simulator.Control;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Scheduled tasks: each its own, although the API does not say which one it has made.</summary>
public sealed class ScheduledTaskTests : AcceptanceTest
{
    private const string Nightly = "dashserv_scheduled_task.nightly";
    private const string First = "first_execution = \"2040-01-01T03:00:00Z\"";

    [Theory, MemberData(nameof(Clis))]
    public async Task Task_OfANewServer_LivesAndDiesWithIt(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver() + Task($"{Web}.id", more: First));
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        var id = Assert.Single(scenario.Server.ScheduledTasks);
        Assert.Equal((id, "active"), (scenario.Attribute("id", "nightly"), scenario.Attribute("status", "nightly")));

        // Written differently, it is the same; anything else makes another task.
        await scenario.Write(Vserver() + Task($"{Web}.id", "daily", "start", "first_execution = \"2040-01-01T04:00:00+01:00\"")).NothingToDoAsync();
        await BecomesAsync("first_execution", Task($"{Web}.id", more: "first_execution = \"2040-01-01T03:01:00Z\""), "DAILY START 01.01.2040 04:01");
        await BecomesAsync(
            "command", Task($"{Web}.id", command: "SHUTDOWN", more: "first_execution = \"2040-01-01T03:01:00Z\""), "DAILY SHUTDOWN 01.01.2040 04:01");
        await BecomesAsync(
            "interval", Task($"{Web}.id", "WEEKLY", "SHUTDOWN", "first_execution = \"2040-01-01T03:01:00Z\""), "WEEKLY SHUTDOWN 01.01.2040 04:01");
        await BecomesAsync("first_execution", Task($"{Web}.id", "WEEKLY", "SHUTDOWN"), "WEEKLY SHUTDOWN at once");

        scenario.World.Delete(scenario.Server.Uuid);
        (await scenario.PlanAsync()).Plans(Web, "create").Plans(Nightly, "create");
        await scenario.ApplyPlanAsync();
        await scenario.EndAsync(orders: 2);

        async Task BecomesAsync(string because, string task, string made)
        {
            var before = Assert.Single(scenario.Server.ScheduledTasks);
            var plan = (await scenario.Write(Vserver() + task).PlanAsync()).Plans(Nightly, "delete,create");
            Assert.Equal([because], plan.ReplacedBecauseOf(Nightly));
            await scenario.ApplyPlanAsync();
            await scenario.NothingToDoAsync();
            var fields = scenario.Simulator.Journal.Entries("*/tasks/scheduled", "POST")[^1].Fields;
            Assert.Equal(made, $"{fields["interval"]} {fields["command"]} {fields.GetValueOrDefault("nextexecution", "at once")}");
            Assert.NotEqual(before, Assert.Single(scenario.Server.ScheduledTasks));
        }
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Task_ChangedBehindTerraformsBack_IsFoundSo(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        await scenario.Write(Provider + Task($"\"{server}\"")).ApplyAsync();
        var id = scenario.Attribute("id", "nightly")!;

        scenario.World.ChangeScheduledTask(server, id, new ScheduledTaskChange { Status = "PAUSED" });
        (await scenario.PlanAsync("-refresh-only")).Finds(Nightly, "status = paused").Run.Saying("paused");
        (await scenario.PlanAsync()).Plans(Nightly, "no-op");
        await scenario.TamperAsync($"product/vserver/{server}/tasks/scheduled", ("0.unix.created", 1600000000), ("0.status", "DONE"));
        (await scenario.PlanAsync()).Finds(Nightly, "created_at = 2020-09-13T12:26:40Z", "status = done").Plans(Nightly, "no-op");
        await scenario.ApplyAsync("-refresh-only");
        (await scenario.PlanAsync()).Finds(Nightly).Plans(Nightly, "no-op");
        scenario.Simulator.Faults.Clear();
        await scenario.ApplyAsync("-refresh-only");

        scenario.World.ChangeScheduledTask(server, id, new ScheduledTaskChange { Command = "SHUTDOWN" });
        (await scenario.PlanAsync()).Finds(Nightly, "command = SHUTDOWN").Plans(Nightly, "delete,create").Run.Saying("SHUTDOWN", "forces replacement");
        scenario.World.ChangeScheduledTask(server, id, new ScheduledTaskChange { Command = "START", Interval = "YEARLY" });
        (await scenario.PlanAsync()).Finds(Nightly, "interval = YEARLY").Plans(Nightly, "delete,create").Run.Saying("YEARLY", "forces replacement");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();

        var task = Assert.Single(scenario.Server.ScheduledTasks);
        Assert.NotEqual(id, task);
        scenario.World.RemoveScheduledTask(server, task);
        (await scenario.PlanAsync()).Plans(Nightly, "create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();

        // Another server has none of its tasks.
        var other = scenario.Seed(new VserverSeed { NamePrefix = "other" });
        (await scenario.Write(Provider + Task($"\"{other}\"")).PlanAsync()).Plans(Nightly, "delete,create");
        await scenario.ApplyPlanAsync();
        Assert.Equal([(server, 0), (other, 1)], scenario.World.State().Products.Select(p => (p.Uuid, p.ScheduledTasks.Count)));
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task TenTasks_AllAlikeInOneApply_AreTenAndGoOneByOne(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        await scenario.Write(Provider + Task($"\"{server}\"", more: "count = 10")).ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(scenario.Server.ScheduledTasks.Order(), scenario.Attributes("id", "nightly").Order());
        Assert.Equal(10, scenario.Server.ScheduledTasks.Distinct().Count());

        // Of those alike, it is just the one that the state names which goes, and which is imported again.
        var (kept, last) = (scenario.Attributes("id", "nightly").Take(9).ToList(), scenario.Attributes("id", "nightly")[9]);
        await scenario.ApplyAsync(Provider + Task($"\"{server}\"", more: "count = 9"), thenEmpty: true);
        Assert.Equal(kept.Order(), scenario.Server.ScheduledTasks.Order());
        Assert.DoesNotContain(last, scenario.Server.ScheduledTasks);
        (await scenario.RunAsync("state", "rm", $"{Nightly}[3]")).Succeeded();
        (await scenario.RunAsync("import", $"{Nightly}[3]", $"{server}/{kept[3]}")).Succeeded();
        await scenario.NothingToDoAsync();

        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded();
        Assert.Empty(scenario.Server.ScheduledTasks);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Task_Imported_TakesItsFirstExecutionFromTheConfiguration(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        await scenario.Write(Provider + Task($"\"{server}\"", more: First)).ApplyAsync();
        var id = scenario.Attribute("id", "nightly");
        (await scenario.RunAsync("state", "rm", Nightly)).Succeeded();
        (await scenario.RunAsync("import", Nightly, $"{id}")).Failed("the uuid of the vserver, a slash, and the uuid of the scheduled task");
        (await scenario.RunAsync("import", Nightly, $"{server}/{id}")).Succeeded();
        await scenario.Write(Provider + Task($"\"{server}\"")).NothingToDoAsync();
        await scenario.AdoptsAsync(Provider + Task($"\"{server}\"", more: First), Nightly, "update");
        Assert.Equal(id, Assert.Single(scenario.Server.ScheduledTasks));
    }

    private static string Task(string server, string interval = "DAILY", string command = "START", string more = "") =>
        Block(Nightly, $"  vserver_id = {server}\n  interval = \"{interval}\"\n  command = \"{command}\"\n  {more}");
}
