namespace Dashserv.Simulator.Tests.Time;

public sealed class BerlinTimeTests
{
    [Theory]
    [InlineData("27.03.2022 01:59", "2022-03-27T00:59:00Z")]
    [InlineData("27.03.2022 02:30", "2022-03-27T01:30:00Z")]
    [InlineData("27.03.2022 03:00", "2022-03-27T01:00:00Z")]
    [InlineData("30.10.2022 01:59", "2022-10-29T23:59:00Z")]
    [InlineData("30.10.2022 02:30", "2022-10-30T00:30:00Z")]
    [InlineData("30.10.2022 03:00", "2022-10-30T02:00:00Z")]
    [InlineData("01.01.2022 00:30", "2021-12-31T23:30:00Z")]
    public void ToUtc_AroundTheSwitch_FollowsTheRule(string wall, string utc)
    {
        Assert.True(BerlinTime.TryParse(wall, out var instant));
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), instant);
    }

    [Fact]
    public void FromUtc_OfEveryHourOfTenYears_AgreesWithTheTimeZoneData()
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out var berlin), "no time zone data on this machine");
        for (var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero); at.Year < 2030; at = at.AddHours(1))
        {
            Assert.Equal(berlin.GetUtcOffset(at), BerlinTime.FromUtc(at).Offset);
        }
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("3s", 3)]
    [InlineData("1h30m", 5400)]
    [InlineData("2d", 172800)]
    [InlineData("1.5s", 1.5)]
    public void Duration_IsRead(string text, double seconds) => Assert.Equal(seconds, Duration.Parse(text).TotalSeconds);

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3x")]
    public void Duration_ThatIsNone_IsRefused(string text) => Assert.Throws<FormatException>(() => Duration.Parse(text));

    [Fact]
    public void Agenda_Settling_DoesWhatIsDueInOrderAtItsOwnTime()
    {
        var (agenda, start, seen) = (new Agenda(), DateTimeOffset.UnixEpoch, new List<(string, double)>());
        agenda.Settle(start);
        agenda.Add(start.AddSeconds(2), () => seen.Add(("second", (agenda.Now - start).TotalSeconds)));
        agenda.Add(start.AddSeconds(1), () =>
        {
            seen.Add(("first", (agenda.Now - start).TotalSeconds));
            agenda.Add(start.AddSeconds(1.5), () => seen.Add(("between", (agenda.Now - start).TotalSeconds)));
        });
        agenda.Add(start.AddSeconds(9), () => seen.Add(("late", 0)));

        agenda.Settle(start.AddSeconds(5));

        Assert.Equal([("first", 1), ("between", 1.5), ("second", 2)], seen);
        Assert.Equal(start.AddSeconds(5), agenda.Now);
    }
}
