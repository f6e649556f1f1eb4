using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Passwords;

/// <summary>Each call of a password's reset, failing in every way there is.</summary>
public sealed class PasswordDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(PasswordDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(PasswordDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(PasswordDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => PasswordDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => PasswordDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => PasswordDeeds.All.LoseTheAnswerAsync(deed);
}
