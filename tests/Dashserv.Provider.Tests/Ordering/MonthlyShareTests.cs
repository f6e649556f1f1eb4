using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>A quote for a longer period is by the month, whichever of the two the API means by its price.</summary>
public sealed class MonthlyShareTests
{
    [Theory]
    [InlineData(30, 10, 3, 3)]
    [InlineData(10, 10, 3, 1)]
    [InlineData(27, 10, 3, 3)]
    [InlineData(9, 10, 3, 1)]
    [InlineData(108, 10, 12, 12)]
    [InlineData(0, 0, 3, 1)]
    public void MonthsIn_Quote_IsWhatComesCloserToAMonths(int quoted, int byTheMonth, int months, int expected) =>
        Assert.Equal(expected, MonthlyShare.MonthsIn(quoted, byTheMonth, months));
}
