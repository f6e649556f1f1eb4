using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.ScheduledTasks;

/// <summary>The calls of a scheduled task's operations, and what is told when they fail.</summary>
internal static class ScheduledTaskCallCases
{
    private const string List = $"GET {TestScheduledTasks.Requests}";
    private const string Create = $"POST {TestScheduledTasks.Requests}";
    private const string Delete = $"DELETE {TestScheduledTasks.Requests}";
    private const string NotMade = "The scheduled task was not made";
    private const string NotFound = "The scheduled task was not found";
    private const string NotDeleted = "The scheduled task was not deleted";
    private const string StillThere = "is still in the state, and may still be carried out";
    private const string Panel = "customer panel before you apply again";
    private const string Gone = "does not exist";

    public static CallCases All { get; } = new(
        [
            New("create: list before", CaseStage.Apply, List, NotMade, "has no new task.") with { Gone = (NotMade, "vserver_id", Gone) },
            New("create: list after", CaseStage.Apply, List, NotFound, "The API accepted the scheduled task.") with
            {
                Skip = 1, Writes = 1, Next = Panel, Gone = (NotFound, "", Gone), Except = f => f.Hangs,
            },
            Made("refresh: list", CaseStage.Refresh, List, "Could not read the scheduled task", "Nothing was removed from the state."),
        ],
        [
            New("create", CaseStage.Apply, Create, NotMade, "has no new task.") with { Writes = 1, Gone = (NotMade, "vserver_id", Gone) },
            Made("destroy", CaseStage.Destroy, Delete, NotDeleted, StillThere) with { Writes = 1 },
        ],
        [
            New("create", CaseStage.Apply, Create, NotFound, "not asked for a second time") with { Writes = 1, Retries = 2, Next = Panel },
            Made("destroy", CaseStage.Destroy, Delete, NotDeleted, StillThere) with { Writes = 1 },
        ]);

    private static CallCase New(string name, CaseStage stage, string call, string summary, string standing) => new(name, stage, call, summary, standing)
    {
        Arrange = world => Task.FromResult((world.Resource(TestScheduledTasks.Type), TestScheduledTasks.Config(world.SeedVserver()))),
    };

    private static CallCase Made(string name, CaseStage stage, string call, string summary, string standing) => New(name, stage, call, summary, standing) with
    {
        Arrange = async world =>
        {
            var config = TestScheduledTasks.Config(world.SeedVserver());
            return (await world.CreateAsync(TestScheduledTasks.Type, config), config);
        },
    };
}
