using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Products;

/// <summary>Each call of a generic product, failing in every way there is.</summary>
public sealed class ProductCallTests
{
    public static TheoryData<string> Asking => CallCases.Names(ProductCallCases.All.Asking);

    public static TheoryData<string> Doing => CallCases.Names(ProductCallCases.All.Doing);

    public static TheoryData<string> Lost => CallCases.Names(ProductCallCases.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string callCase) => ProductCallCases.All.FailToAskAsync(callCase);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string callCase) => ProductCallCases.All.BeRefusedAsync(callCase);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string callCase) => ProductCallCases.All.LoseTheAnswerAsync(callCase);
}
