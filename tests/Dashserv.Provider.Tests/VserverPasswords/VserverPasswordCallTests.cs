using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.VserverPasswords;

/// <summary>Each call of a password's reset, failing in every way there is.</summary>
public sealed class VserverPasswordCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(VserverPasswordCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(VserverPasswordCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(VserverPasswordCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => VserverPasswordCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => VserverPasswordCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => VserverPasswordCallCases.All.LoseTheAnswerAsync(callCase);
}
