using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Backups;

/// <summary>Each call of a backup, failing in every way there is.</summary>
public sealed class BackupDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(BackupDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(BackupDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(BackupDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => BackupDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => BackupDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => BackupDeeds.All.LoseTheAnswerAsync(deed);
}
