namespace Dashserv.Api.Transport;

/// <summary>How many requests per second the API seems to take, learned from its refusals: each halves the rate, which comes back fast to nearly what was
/// refused, and creeps from there.</summary>
internal sealed class LearnedRate
{
    /// <summary>At no rate is waited longer than ten seconds for the next request.</summary>
    private const double Lowest = 0.1;

    private const double LowestFirst = 1;

    // Found by simulation of fixed windows and token buckets of 2 to 50 per second, with outages of seconds among them (PacingTests).
    private const double DoublingSeconds = 2;
    private const double ReturnSeconds = 0.6;
    private const double CreepSeconds = 15;
    private const double Safe = 0.9;

    private double _low = double.PositiveInfinity;
    private double? _ceiling;
    private double _used;
    private (double? Ceiling, double Rate) _before;

    /// <summary>Infinite until the first refusal.</summary>
    public double PerSecond
    {
        get
        {
            if (_ceiling is not { } ceiling)
            {
                return _low * Math.Pow(2, _used / DoublingSeconds);
            }

            var safe = Safe * ceiling;
            return safe - ((safe - _low) * Math.Exp(-_used / ReturnSeconds)) + ((ceiling - safe) * Math.Pow(_used / CreepSeconds, 3));
        }
    }

    /// <summary>Halves the rate.</summary>
    /// <param name="acceptedLastSecond">What the API took within the last second: all that is known of its limit at the first refusal.</param>
    public void Refused(int acceptedLastSecond)
    {
        var rate = PerSecond;
        _before = (_ceiling, rate);
        if (double.IsInfinity(rate))
        {
            _low = Math.Max(LowestFirst, acceptedLastSecond / 2.0);
        }
        else
        {
            // Below what was safe so far, it is believed by half: it may be an outage, of which the next one would believe half again.
            _ceiling = _ceiling is not { } ceiling || rate > ceiling ? rate : ceiling - ((ceiling - rate) * (rate >= Safe * ceiling * 0.995 ? 0.1 : 0.5));
            _low = Math.Max(Lowest, rate / 2);
        }

        _used = 0;
    }

    /// <summary>The refusals outlasted a second, so that no limit per second was behind them: what was known before it still holds.</summary>
    public void Restore()
    {
        if (_before.Ceiling is { } ceiling)
        {
            _ceiling = Math.Max(ceiling, _ceiling ?? 0);
        }
        else
        {
            _ceiling = null;
        }
    }

    /// <summary>A request was held back for the rate, and was taken. Only use shows that there could be more: a pause does not.</summary>
    public void Used() => _used += 1 / PerSecond;
}
