namespace Dashserv.Chaos.Faults;

/// <summary>The columns of the grid.</summary>
internal static class AllFaults
{
    private const string Html = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    private const string Unknown = "a_word_that_nobody_knows";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Without("lost-before", m => m with { Cut = CutMoment.Before }),
        With("lost-after", m => m with { Cut = CutMoment.After }),
        With("reset", m => m with { Cut = CutMoment.Within }) with { MattersToReads = true },
        Without("500-before", m => m with { Status = 500 }),
        With("500-after", m => m with { Status = 500, Applied = true }),
        Without("502-before", m => m with { Status = 502, Text = Html, ContentType = "text/html" }),
        With("502-after", m => m with { Status = 502, Text = Html, ContentType = "text/html", Applied = true }),
        Without("503-before", m => m with { Status = 503, Text = "" }),
        With("503-after", m => m with { Status = 503, Text = "", Applied = true }),
        Without("rate-limit", m => m with { RateLimit = true }) with { Times = (2, 8) },
        Without("429", m => m with { Status = 429, Text = "" }),
        new StallFault(),
        With("truncated", m => m with { Garbage = GarbageKind.Truncated }) with { MattersToReads = true },
        With("not-utf8", m => m with { Garbage = GarbageKind.NotUtf8 }) with { MattersToReads = true },
        With("empty", m => m with { Garbage = GarbageKind.Empty }) with { MattersToReads = true },
        Without("unknown-word-before", m => m with { Status = 200, Word = Unknown }),
        With("unknown-word-after", m => m with { Status = 200, Word = Unknown, Applied = true }),
        .. new[] { false, true }.SelectMany(Moments),
    ];

    private static AnswerFault Without(string name, Func<FaultRule, FaultRule> change) => new(name, change) { HasEffect = false };

    private static AnswerFault With(string name, Func<FaultRule, FaultRule> change) => new(name, change) { HasEffect = true, MattersToReads = false };

    private static IEnumerable<Fault> Moments(bool after)
    {
        var moment = after ? "after" : "before";
        SignalFault[] all =
        [
            new("kill-provider", Signals.Kill, SignalTarget.Provider, after) { Kills = true },
            new("kill-terraform", Signals.Kill, SignalTarget.Terraform, after) { Kills = true },
            new("kill-group", Signals.Kill, SignalTarget.Group, after) { Kills = true },
            new("int", Signals.Interrupt, SignalTarget.Terraform, after),
            new("int-group", Signals.Interrupt, SignalTarget.Group, after),
            new("int2", Signals.Interrupt, SignalTarget.Terraform, after) { Twice = true },
            new("int2-group", Signals.Interrupt, SignalTarget.Group, after) { Twice = true },
            new("term", Signals.Terminate, SignalTarget.Terraform, after),
            new("term-group", Signals.Terminate, SignalTarget.Group, after),
            new("term2-group", Signals.Terminate, SignalTarget.Group, after) { Twice = true },
            new("hup", Signals.Hangup, SignalTarget.Terraform, after) { Kills = true },
            new("hup-group", Signals.Hangup, SignalTarget.Group, after) { Kills = true },
        ];
        return all.Select(f => f with { Name = $"{f.Name}-{moment}", Times = (1, 1), MattersToReads = !after, HasEffect = after ? true : null });
    }
}
