using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Backups;

/// <summary>Each call of a backup, failing in every way there is.</summary>
public sealed class BackupCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(BackupCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(BackupCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(BackupCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => BackupCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => BackupCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => BackupCallCases.All.LoseTheAnswerAsync(callCase);
}
