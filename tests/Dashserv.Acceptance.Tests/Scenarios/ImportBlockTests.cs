using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Import blocks for one of every resource: with a configuration that the CLI generates, and with one that is written already.</summary>
public sealed class ImportBlockTests : AcceptanceTest
{
    private const string Db = "dashserv_dedicated_server.db";
    private const string Site = "dashserv_product.site";
    private const string Nightly = "dashserv_backup.nightly";
    private const string Rollback = "dashserv_backup_restore.rollback";
    private const string Start = "dashserv_scheduled_task.start";
    private const string Root = "dashserv_vserver_password.root";

    private static readonly string[] All = [Web, Db, Site, Nightly, Rollback, Start, Root];

    [Theory, MemberData(nameof(Clis))]
    public async Task ImportBlocks_ForEveryResource_PlanNoChangeAndDoNothing(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        var backup = scenario.World.AddBackup(server, "before");
        var start = Block(Start, $"  vserver_id = \"{server}\"\n  interval = \"DAILY\"\n  command = \"START\"");
        await scenario.Write(DedicatedServerTests.Dedicated() + ProductTests.Hosting()[Provider.Length..] + start).ApplyAsync();
        string[] ids =
        [
            server, scenario.Attribute("id", "db")!, $"webhosting/{scenario.Attribute("id", "site")}", $"{server}/{backup}", $"{server}/{backup}",
            $"{server}/{scenario.Attribute("id", "start")}", server,
        ];
        var imports = string.Concat(All.Zip(ids, (address, id) => $"import {{\n  to = {address}\n  id = \"{id}\"\n}}\n"));
        scenario.Simulator.Journal.Clear();
        await ImportsAsync(Provider + imports, "-generate-config-out=generated.tf");

        File.Delete(Path.Combine(scenario.Workspace.Folder, "generated.tf"));
        await ImportsAsync(
            imports + Vserver(name: "seed-1", image: "Debian 10", location: "kc7aV") + start
            + Block(Db, "  model = \"h5HGC\"\n  location = \"Skylink, Eygelshoven\"") + ProductTests.Hosting(domain: null)[Provider.Length..]
            + Block(Nightly, $"  vserver_id = \"{server}\"\n  name = \"before\"") + Block(Rollback, $"  vserver_id = \"{server}\"\n  backup_id = \"{backup}\"")
            + Block(Root, $"  vserver_id = \"{server}\""));
        Assert.Empty(scenario.Writes);

        async Task ImportsAsync(string config, params string[] arguments)
        {
            File.Delete(scenario.Workspace.StateFile);
            var plan = await scenario.Write(config).PlanAsync(arguments);
            plan.Run.Saying("Plan: 7 to import, 0 to add, 0 to change, 0 to destroy");
            Assert.All(All, a => plan.Plans(a, "no-op"));
            await scenario.ApplyPlanAsync();
            await scenario.NothingToDoAsync();
        }
    }
}
