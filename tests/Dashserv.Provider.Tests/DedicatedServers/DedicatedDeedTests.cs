using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>Each call of a dedicated server's order, delivery, refresh and end, failing in every way there is.</summary>
public sealed class DedicatedDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(DedicatedDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(DedicatedDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(DedicatedDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => DedicatedDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => DedicatedDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => DedicatedDeeds.All.LoseTheAnswerAsync(deed);
}
