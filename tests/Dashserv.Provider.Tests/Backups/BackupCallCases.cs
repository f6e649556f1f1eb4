using CoreHarness;
using Dashserv.Provider.Tests.Support;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups;

/// <summary>The calls of a backup's operations, and what is told when they fail.</summary>
internal static class BackupCallCases
{
    private const string Vserver = "GET regex:^/v1/product/vserver/[^/]+$";
    private const string Status = "GET /v1/product/vserver/*/status";
    private const string List = "GET /v1/product/vserver/*/backup";
    private const string NotPlanned = "Nothing was done. To plan without the API, set plan_checks = false";
    private const string NotMade = "The backup \"nightly\" was not made";
    private const string Unfinished = "The backup \"nightly\" may not be finished";
    private const string Settling = "The vserver may still be locked";
    private const string NoneNew = "has no new backup, and lost none";
    private const string Begun = "is in the state; the next plan shows what became of it";
    private const string NotDeleted = "The backup \"nightly\" was not deleted";
    private const string Gone = "does not exist";

    private static readonly (string Summary, string On, string Told) NoVserver = ("No such vserver", "vserver_id", "Nothing was done");

    public static CallCases All { get; } = new(
        [
            New("plan: vserver", CaseStage.Plan, Vserver, "Could not plan the backup", NotPlanned) with { PlanChecks = true },
            New("plan: list", CaseStage.Plan, List, "Could not plan the backup", NotPlanned) with { PlanChecks = true, Gone = NoVserver },
            New("create: status before", CaseStage.Apply, Status, NotMade, NoneNew) with { Gone = (NotMade, "vserver_id", Gone) },
            New("create: vserver", CaseStage.Apply, Vserver, NotMade, NoneNew),
            New("create: list for the limit", CaseStage.Apply, List, NotMade, NoneNew) with { Gone = (NotMade, "vserver_id", Gone) },
            New("create: list before", CaseStage.Apply, List, NotMade, NoneNew) with { Skip = 1, Gone = (NotMade, "vserver_id", Gone) },
            New("create: list after", CaseStage.Apply, List, "The backup was not found", "The API accepted the backup.") with
            {
                Skip = 2, Writes = 1, Next = "customer panel before you apply again", Gone = ("The backup was not found", "", Gone), Except = f => f.Hangs,
            },
            New("create: list while it is followed", CaseStage.Apply, List, Unfinished, Begun) with
            {
                Severity = Severity.Warning, Skip = 3, Writes = 1, After = StateAfter.Tracked, Next = "", Gone = (Unfinished, "", Gone),
            },
            New("create: status after", CaseStage.Apply, Status, Settling, "is finished, and in the state; nothing has to be done for it") with
            {
                Severity = Severity.Warning, Skip = 1, Writes = 1, After = StateAfter.Tracked, Next = "", Gone = (Settling, "", Gone),
            },
            Made("refresh: list", CaseStage.Refresh, List, "Could not read the backup", "Nothing was removed from the state."),
            Made("refresh of a gone one: vserver", CaseStage.Refresh, Vserver, "Could not read the backup", "Nothing was removed from the state.")
                with { Arrange = VanishedAsync },
            Made("destroy: status", CaseStage.Destroy, Status, NotDeleted, "is still in the state"),
        ],
        [
            New("create", CaseStage.Apply, "POST /v1/product/vserver/*/backup", NotMade, NoneNew) with { Writes = 1, Gone = (NotMade, "vserver_id", Gone) },
            Made("destroy", CaseStage.Destroy, "DELETE /v1/product/vserver/*/backup/*", NotDeleted, "is still in the state") with { Writes = 1 },
        ],
        [
            New("create", CaseStage.Apply, "POST /v1/product/vserver/*/backup", "The backup was not found", "not asked for a second time") with
            {
                Writes = 1, Retries = 2, Next = "customer panel before you apply again",
            },
            Made("destroy", CaseStage.Destroy, "DELETE /v1/product/vserver/*/backup/*", NotDeleted, "is still in the state") with { Writes = 1 },
        ]);

    private static CallCase New(string name, CaseStage stage, string call, string summary, string standing) => new(name, stage, call, summary, standing)
    {
        Arrange = world => Task.FromResult((world.Resource(TestBackups.Type), TestBackups.Config(world.SeedVserver()))),
    };

    private static CallCase Made(string name, CaseStage stage, string call, string summary, string standing) =>
        New(name, stage, call, summary, standing) with { Arrange = MadeAsync };

    private static async Task<(ResourceInstance Backup, Config Config)> MadeAsync(ProviderWorld world)
    {
        var vserver = world.SeedVserver();
        return (await world.CreateBackupAsync(vserver), TestBackups.Config(vserver));
    }

    private static async Task<(ResourceInstance Backup, Config Config)> VanishedAsync(ProviderWorld world)
    {
        var (backup, config) = await MadeAsync(world);
        world.Simulator.World.RemoveBackup((string)backup["vserver_id"]!, (string)backup["id"]!);
        return (backup, config);
    }
}
