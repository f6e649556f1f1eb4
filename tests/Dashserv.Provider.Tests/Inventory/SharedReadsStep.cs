namespace Dashserv.Provider.Tests.Inventory;

/// <summary>What may come next where several resources read and write at once.</summary>
public enum SharedReadsStep
{
    Find,
    List,

    /// <summary>Our own write: noted before, then done, then noted again.</summary>
    Write,
    WriteToAll,

    /// <summary>Somebody else's write, of which we know nothing.</summary>
    ChangeElsewhere,

    /// <summary>Lists begin, or cease, to lack one that is there.</summary>
    ToggleListed,
    Answer,
    PassTime,
}
