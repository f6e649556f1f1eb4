using Dashserv.Api.Transport;

namespace Dashserv.Api.Tests.Transport;

public sealed class PaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Pace _pace = new(perSecond: null, static () => 0);

    [Fact]
    public void Gate_Opens_LetsOneThroughUntilItIsTaken()
    {
        _pace.Refused(_pace.Depart(Second, isHeldBack: false), Second, retryAfter: null);
        var opens = _pace.Earliest;
        Assert.Equal(1.5, opens.TotalSeconds);

        var probe = _pace.Depart(opens, isHeldBack: true);

        Assert.True(probe.IsProbe);
        Assert.True(_pace.Earliest - opens >= 5 * Second);
        _pace.Accepted(probe, opens + Second);
        Assert.InRange((_pace.Earliest - opens).TotalSeconds, 1, 2);
        Assert.False(_pace.Depart(_pace.Earliest, isHeldBack: true).IsProbe);
    }

    [Fact]
    public void Gate_ProbeIsRefused_StaysClosedForASecond()
    {
        _pace.Refused(_pace.Depart(Second, isHeldBack: false), Second, retryAfter: null);
        var opens = _pace.Earliest;

        _pace.Refused(_pace.Depart(opens, isHeldBack: true), opens, retryAfter: null);

        Assert.Equal(Second, _pace.Earliest - opens);
    }

    [Fact]
    public void Gate_ProbeIsLost_OpensForTheNext()
    {
        _pace.Refused(_pace.Depart(Second, isHeldBack: false), Second, retryAfter: null);
        var opens = _pace.Earliest;

        _pace.Lost(_pace.Depart(opens, isHeldBack: true), opens + Second);

        Assert.InRange((_pace.Earliest - opens).TotalSeconds, 1, 2);
    }

    [Fact]
    public void Refused_SeveralThatWereOutTogether_SlowOnce()
    {
        var (first, second) = (_pace.Depart(Second, isHeldBack: false), _pace.Depart(Second, isHeldBack: false));
        _pace.Refused(first, Second, retryAfter: null);
        var opens = _pace.Earliest;

        _pace.Refused(second, Second + (Second / 4), retryAfter: null);
        Assert.Equal(opens, _pace.Earliest);
        _pace.Refused(second, Second, retryAfter: 7 * Second);
        Assert.Equal(8 * Second, _pace.Earliest);
    }
}
