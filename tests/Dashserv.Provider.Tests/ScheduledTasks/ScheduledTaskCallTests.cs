using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.ScheduledTasks;

/// <summary>Each call of a scheduled task, failing in every way there is.</summary>
public sealed class ScheduledTaskCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(ScheduledTaskCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(ScheduledTaskCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(ScheduledTaskCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => ScheduledTaskCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => ScheduledTaskCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => ScheduledTaskCallCases.All.LoseTheAnswerAsync(callCase);
}
