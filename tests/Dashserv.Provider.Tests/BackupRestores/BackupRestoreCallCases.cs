using CoreHarness;
using Dashserv.Provider.Tests.Support;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.BackupRestores;

/// <summary>The calls of a restore, and what is told when they fail.</summary>
internal static class BackupRestoreCallCases
{
    private const string Status = "GET /v1/product/vserver/*/status";
    private const string Tasks = "GET /v1/product/vserver/*/tasks";
    private const string Restore = "PUT /v1/product/vserver/*/backup/*";
    private const string NotRestored = "The backup * was not restored";
    private const string Unchanged = "Nothing was restored, and the disk is as it was.";
    private const string Unfinished = "The restore of * may not be finished";
    private const string Begun = "The restore was begun, and goes on without Terraform. The next apply does not restore once more";
    private const string Gone = "does not exist";

    public static CallCases All { get; } = new(
        [
            New("plan: list", CaseStage.Plan, "GET /v1/product/vserver/*/backup", "Could not plan the restore",
                "Nothing was done. To plan without the API") with
            {
                PlanChecks = true, Gone = ("No such vserver", "vserver_id", "Nothing was done"),
            },
            New("create: tasks before", CaseStage.Apply, Tasks, NotRestored, Unchanged) with { Gone = (NotRestored, "vserver_id", Gone) },
            New("create: status before", CaseStage.Apply, Status, NotRestored, Unchanged) with { Gone = (NotRestored, "vserver_id", Gone) },
            New("create: status while it is followed", CaseStage.Apply, Status, Unfinished, Begun) with
            {
                Severity = Severity.Warning, Skip = 1, Writes = 1, After = StateAfter.Tracked, Next = "", Gone = (Unfinished, "", Gone),
            },
            New("create: tasks after", CaseStage.Apply, Tasks, Unfinished, Begun) with
            {
                Severity = Severity.Warning, Skip = 1, Writes = 1, After = StateAfter.Tracked, Next = "", Gone = (Unfinished, "", Gone),
            },
            New("update: status while it is followed", CaseStage.Apply, Status, Unfinished, "The next apply does not restore once more") with
            {
                Arrange = RestoredAsync, Skip = 1, Writes = 1, After = StateAfter.Tracked, Next = "", Gone = (Unfinished, "vserver_id", Gone),
            },
            New("refresh: vserver", CaseStage.Refresh, "GET regex:^/v1/product/vserver/[^/]+$", "Could not read the restored vserver",
                "Nothing was removed from the state.") with
            {
                Arrange = RestoredAsync,
            },
        ],
        [
            New("create", CaseStage.Apply, Restore, NotRestored, Unchanged) with { Writes = 1, Gone = (NotRestored, "vserver_id", Gone) },
            New("update", CaseStage.Apply, Restore, NotRestored, Unchanged)
                with { Arrange = RestoredAsync, Writes = 1, Gone = (NotRestored, "vserver_id", Gone) },
        ],
        [
            New("create", CaseStage.Apply, Restore, "The backup may not have been restored", "it was not asked for a second time")
                with { Writes = 1, Retries = 2, Next = "Look at the vserver" },
            New("update", CaseStage.Apply, Restore, "The backup may not have been restored", "it was not asked for a second time") with
            {
                Arrange = RestoredAsync, Writes = 1, Retries = 2, Next = "Look at the vserver",
            },
        ]);

    private static CallCase New(string name, CaseStage stage, string call, string summary, string standing) => new(name, stage, call, summary, standing)
    {
        Arrange = world => Task.FromResult((world.Resource(TestBackupRestores.Type), Config(world))),
    };

    private static Config Config(ProviderWorld world)
    {
        var (vserver, backup) = world.SeedRestorable();
        return TestBackupRestores.Config(vserver, backup).With("triggers", CoreHarness.Config.Of(("on", "tuesday")));
    }

    private static async Task<(ResourceInstance Restore, Config Config)> RestoredAsync(ProviderWorld world)
    {
        var config = Config(world);
        var restore = world.Resource(TestBackupRestores.Type);
        Assert.DoesNotContain(await restore.ApplyAsync(config.With("triggers", CoreHarness.Config.Of(("on", "monday")))), d => d.Severity == Severity.Error);
        return (restore, config);
    }
}
