using Dashserv.Api.Models;
using Dashserv.Provider.Ordering;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>A quote as the state shows it: by the month, whatever period its price is for.</summary>
public sealed class QuoteModelTests
{
    [Fact]
    public void Of_QuoteForThreeMonths_IsByTheMonthAndItsSetupIsNot()
    {
        var quote = QuoteModel.Of(new Quote { Price = Money(30, 36), Setup = Money(10, 12), Positions = [] }, months: 3, periodMonths: 3);
        Assert.Equal(48m, quote.DueTodayGross.Known);
        Assert.Equal((10m, 12m, 0.01667m, 12m), (quote.MonthlyNet.Known, quote.MonthlyGross.Known, quote.HourlyGross.Known, quote.SetupGross.Known));
    }

    [Fact]
    public void Of_QuoteWithoutASetupFee_HasNone() =>
        Assert.Equal(0m, QuoteModel.Of(new Quote { Price = Money(10, 12), Positions = [] }, months: 1, periodMonths: 1).SetupGross.Known);

    [Theory]
    [InlineData(null, 1, 3, 46)]
    [InlineData(null, 1, 1, 22)]
    [InlineData(99, 1, 3, 99)]
    public void Of_Quote_TellsWhatIsDueAtOnce(int? today, int months, int periodMonths, int due) => Assert.Equal(
        due,
        QuoteModel.Of(
            new Quote { Price = Money(10, 12), Setup = Money(8, 10), TodayPrice = today is { } gross ? Money(0, gross) : null, Positions = [] },
            months, periodMonths).DueTodayGross.Known);

    private static Money Money(decimal net, decimal gross) => new() { Net = net, Gross = gross, Tax = gross - net };
}
