namespace Dashserv.Chaos.Judging;

/// <summary>How a cell ended.</summary>
internal enum Verdict
{
    Ok,

    /// <summary>
    /// As documented: somebody had to read what was said, and import by hand; or did not heed a plan's warning; or was told that a stranger's server was
    /// taken for one that never came to be. Or something that costs nothing was done once more after a kill.
    /// </summary>
    Apart,

    /// <summary>The promise does not hold.</summary>
    Violated,
}
