using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Products;

/// <summary>Each call of a generic product, failing in every way there is.</summary>
public sealed class ProductDeedTests
{
    public static TheoryData<string> Asking => Deeds.Names(ProductDeeds.All.Asking);

    public static TheoryData<string> Doing => Deeds.Names(ProductDeeds.All.Doing);

    public static TheoryData<string> Lost => Deeds.Names(ProductDeeds.All.Lost);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Ask_FailsInAnyWay_SaysWhatWasAskedAndWhatThereIs(string deed) => ProductDeeds.All.FailToAskAsync(deed);

    [Theory]
    [MemberData(nameof(Doing))]
    public Task Do_RefusedInAnyWay_SaysThatNothingWasDone(string deed) => ProductDeeds.All.BeRefusedAsync(deed);

    [Theory]
    [MemberData(nameof(Lost))]
    public Task Do_AnswerLostInAnyWay_IsNotRepeatedAndSaysWhatMayBe(string deed) => ProductDeeds.All.LoseTheAnswerAsync(deed);
}
