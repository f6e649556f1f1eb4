using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>Each call of a dedicated server's order, delivery, refresh and end, failing in every way there is.</summary>
public sealed class DedicatedServerCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(DedicatedServerCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(DedicatedServerCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(DedicatedServerCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => DedicatedServerCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => DedicatedServerCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => DedicatedServerCallCases.All.LoseTheAnswerAsync(callCase);
}
