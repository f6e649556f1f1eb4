using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.ScheduledTasks;

/// <summary>Each call of a scheduled task, failing in every way there is.</summary>
public sealed class TaskDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(TaskDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(TaskDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(TaskDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => TaskDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => TaskDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => TaskDeeds.All.LoseTheAnswerAsync(deed);
}
