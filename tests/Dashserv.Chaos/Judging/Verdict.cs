namespace Dashserv.Chaos.Judging;

/// <summary>How a cell ended.</summary>
internal enum Verdict
{
    Ok,

    /// <summary>As documented, somebody had to read what was said: an import by hand, or a warning before money was spent.</summary>
    Told,

    /// <summary>The promise does not hold.</summary>
    Violated,
}
