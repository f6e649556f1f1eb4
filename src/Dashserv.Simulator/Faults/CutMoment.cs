namespace Dashserv.Simulator.Faults;

/// <summary>When the connection is reset: before the request had any effect, or after it had all of it.</summary>
public enum CutMoment
{
    Before,
    After,

    /// <summary>After the effect, in the middle of the answer.</summary>
    Within,
}
