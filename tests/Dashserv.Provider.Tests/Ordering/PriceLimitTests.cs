using Dashserv.Provider.Ordering;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class PriceLimitTests
{
    [Fact]
    public void CheckPlanned_SetupFeeHasChanged_RefusesAndSaysBothPrices()
    {
        var error = Assert.Single(CheckPlanned(Quote(3.5m, 0), Quote(3.5m, 9999)));
        Assert.Equal((Severity.Error, "quote"), (error.Severity, error.Path.ToString()));
        Assert.All(
            ["3.50 EUR per month and 0.00 EUR once", "3.50 EUR per month and 9999.00 EUR once", "Nothing was ordered"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3.5, 4.5)]
    [InlineData(3.5, 2.5)]
    public void CheckPlanned_MonthlyPriceHasChanged_Refuses(double planned, double live) =>
        Assert.Contains(
            $"Planned were {PriceLimit.Euro((decimal)planned)}", Assert.Single(CheckPlanned(Quote((decimal)planned, 1), Quote((decimal)live, 1))).Detail,
            StringComparison.Ordinal);

    [Fact]
    public void CheckPlanned_PriceIsTheSame_Passes() => Assert.Empty(CheckPlanned(Quote(3.50m, 1), Quote(3.5m, 1.0m)));

    [Fact]
    public void CheckPlanned_NothingWasPlanned_Passes()
    {
        Assert.Empty(CheckPlanned(Value<QuoteModel>.Unknown, Quote(3.5m, 1)));
        Assert.Empty(CheckPlanned(default, Quote(3.5m, 1)));
        Assert.Empty(CheckPlanned(new QuoteModel { MonthlyGross = Value<decimal>.Unknown }, Quote(3.5m, 1)));
    }

    private static Diagnostics CheckPlanned(Value<QuoteModel> planned, QuoteModel live)
    {
        var diagnostics = new Diagnostics();
        PriceLimit.CheckPlanned(planned, live, diagnostics);
        return diagnostics;
    }

    private static QuoteModel Quote(decimal monthly, decimal setup) => new() { MonthlyGross = monthly, SetupGross = setup };
}
