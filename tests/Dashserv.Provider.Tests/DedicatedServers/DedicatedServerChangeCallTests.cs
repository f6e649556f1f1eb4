using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>Each call by which a dedicated server is changed in place, failing in every way there is.</summary>
public sealed class DedicatedServerChangeCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(DedicatedServerChangeCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(DedicatedServerChangeCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(DedicatedServerChangeCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => DedicatedServerChangeCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => DedicatedServerChangeCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => DedicatedServerChangeCallCases.All.LoseTheAnswerAsync(callCase);
}
