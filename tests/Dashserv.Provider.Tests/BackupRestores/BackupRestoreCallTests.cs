using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.BackupRestores;

/// <summary>Each call of a restore, failing in every way there is.</summary>
public sealed class BackupRestoreCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(BackupRestoreCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(BackupRestoreCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(BackupRestoreCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => BackupRestoreCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => BackupRestoreCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => BackupRestoreCallCases.All.LoseTheAnswerAsync(callCase);
}
