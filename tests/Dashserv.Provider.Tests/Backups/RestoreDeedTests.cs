using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Backups;

/// <summary>Each call of a restore, failing in every way there is.</summary>
public sealed class RestoreDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(RestoreDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(RestoreDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(RestoreDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => RestoreDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => RestoreDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => RestoreDeeds.All.LoseTheAnswerAsync(deed);
}
