using Dashserv.Api.Transport;

namespace Dashserv.Api.Tests.Transport;

public sealed class LearnedRateTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5, 2.5)]
    [InlineData(80, 40)]
    public void Refused_FirstTime_IsHalfOfWhatWasTaken(int accepted, double expected)
    {
        var rate = new LearnedRate();
        Assert.Equal(double.PositiveInfinity, rate.PerSecond);

        rate.Refused(accepted);

        Assert.Equal(expected, rate.PerSecond, 6);
    }

    [Fact]
    public void Refused_Again_IsHalvedAndComesBackToNearlyWhatWasRefused()
    {
        var rate = Learned(8);

        Assert.Equal(4, rate.PerSecond, 6);
        Use(rate, seconds: 4);
        Assert.InRange(rate.PerSecond, 7.1, 7.3);
        Use(rate, seconds: 10);
        Assert.InRange(rate.PerSecond, 7.5, 8.1);
    }

    [Fact]
    public void Refused_Often_IsNeverSlowerThanOneInTenSeconds()
    {
        var rate = Learned(8);
        for (var i = 0; i < 20; i++)
        {
            rate.Refused(0);
        }

        Assert.Equal(0.1, rate.PerSecond, 6);
    }

    [Fact]
    public void Restore_AfterAnOutage_ComesBackToWhatWasKnownBefore()
    {
        var rate = Learned(8);
        rate.Refused(0);
        rate.Restore();

        Assert.Equal(2, rate.PerSecond, 6);
        Use(rate, seconds: 4);
        Assert.InRange(rate.PerSecond, 7.1, 7.3);
    }

    [Fact]
    public void Restore_NoLimitKnown_GoesOnDoubling()
    {
        var rate = new LearnedRate();
        rate.Refused(8);
        rate.Refused(0);
        rate.Restore();

        Use(rate, seconds: 10);

        Assert.InRange(rate.PerSecond, 50, 100);
    }

    /// <summary>A rate at which the API has refused before.</summary>
    private static LearnedRate Learned(double limit)
    {
        var rate = new LearnedRate();
        rate.Refused((int)(limit * 2));
        Assert.Equal(limit, rate.PerSecond, 6);
        rate.Refused(0);
        return rate;
    }

    private static void Use(LearnedRate rate, double seconds)
    {
        for (var used = 0.0; used < seconds; used += 1 / rate.PerSecond)
        {
            rate.Used();
        }
    }
}
