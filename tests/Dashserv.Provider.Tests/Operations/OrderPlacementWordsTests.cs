using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>What is said of an order that was not sent, and so costs nothing.</summary>
public sealed class OrderPlacementWordsTests
{
    private readonly OrderPlacement _placement = new(
        null!, null!,
        new OrderDraft(null!, null!, new ProductSearch("vserver", "web", "dashserv_vserver", _ => Task.FromResult<IReadOnlyCollection<IProduct>>([]))),
        (_, _) => null, null, _ => { });

    [Fact]
    public void Words_ListBeforeFails_SayWhyItIsNeeded()
    {
        var words = _placement.Words(OperationStage.NotSent, OperationBench.Failure(ApiErrorKind.OutcomeUnknown));
        Assert.Equal("The order was not sent", words.Summary);
        Assert.Equal(
            "Nothing was ordered, and nothing costs money. What there is of \"vserver\" is listed before an order, so that the order can be found again "
                + "should its answer be lost.", words.Outcome);
    }

    [Fact]
    public void Words_FailsOtherwise_SayThatNothingWasOrderedAndWhatToDo()
    {
        var words = _placement.Words(OperationStage.NotSent, new InvalidOperationException("oops"));
        Assert.Equal(
            ("The order was not placed", "Nothing was ordered, and nothing costs money.",
                "Nothing was ordered, and nothing costs money. Apply again, or allow more time with timeouts."),
            (words.Summary, words.Outcome, words.WhenStopped));
    }
}
