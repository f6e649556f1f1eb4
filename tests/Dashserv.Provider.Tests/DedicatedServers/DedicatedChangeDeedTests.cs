using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>Each call by which a dedicated server is changed in place, failing in every way there is.</summary>
public sealed class DedicatedChangeDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(DedicatedChangeDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(DedicatedChangeDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(DedicatedChangeDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => DedicatedChangeDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => DedicatedChangeDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => DedicatedChangeDeeds.All.LoseTheAnswerAsync(deed);
}
