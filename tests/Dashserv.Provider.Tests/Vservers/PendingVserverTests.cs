using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Passwords;
using Dashserv.Provider.Tests.ScheduledTasks;

namespace Dashserv.Provider.Tests.Vservers;

/// <summary>What belongs to a vserver whose order is not delivered when the apply comes to it: the id is null then.</summary>
public sealed class PendingVserverTests
{
    public static TheoryData<string, Config> Dependents => new()
    {
        { TestBackups.Type, TestBackups.Config("lLPgX") },
        { TestRestores.Type, TestRestores.Config("lLPgX", "Nl8cU") },
        { TestTasks.Type, TestTasks.Config("lLPgX") },
        { TestPassword.Type, Config.Of(("vserver_id", "lLPgX")) },
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
        Assert.Empty(world.Deeds());
    }
}
