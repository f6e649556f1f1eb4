using CoreHarness;
using Dashserv.Provider.Tests.BackupRestores;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.ScheduledTasks;
using Dashserv.Provider.Tests.VserverPasswords;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>What belongs to a vserver whose order is not delivered when the apply comes to it: the id is null then.</summary>
public sealed class PendingVserverTests
{
    public static TheoryData<string, Config> Dependents => new()
    {
        { TestBackups.Type, TestBackups.Config("lLPgX") },
        { TestBackupRestores.Type, TestBackupRestores.Config("lLPgX", "Nl8cU") },
        { TestScheduledTasks.Type, TestScheduledTasks.Config("lLPgX") },
        { TestVserverPassword.Type, Config.Of(("vserver_id", "lLPgX")) },
    };

    [Theory]
    [MemberData(nameof(Dependents))]
    public async Task Create_VserverNotThereYet_SaysSoAndDoesNothing(string type, Config config)
    {
        await using var world = await ProviderWorld.StartAsync();
        var dependent = world.Resource(type);
        var plan = await dependent.PlanAsync(config.With("vserver_id", Config.Unknown));
        var error = ProviderWorld.TheError(await dependent.ApplyAsync(plan, config.With("vserver_id", null)));
        Assert.Equal(("Missing required argument", "vserver_id"), (error.Summary, error.Path.ToString()));
        Assert.All(["its value is null", "apply again once it has"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.False(dependent.Exists);
        Assert.Empty(world.Writes());
    }
}
