namespace Dashserv.Simulator.Faults;

/// <summary>What the body becomes, HTTP 200 all the same. The request took effect.</summary>
public enum GarbageKind
{
    /// <summary>The first half of the true answer.</summary>
    Truncated,

    /// <summary>Something that never was JSON.</summary>
    Invalid,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>JSON but for a text whose bytes are no UTF-8.</summary>
    NotUtf8,
}
