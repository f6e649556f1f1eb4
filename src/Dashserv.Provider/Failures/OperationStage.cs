namespace Dashserv.Provider.Failures;

/// <summary>How far a write got. It alone decides what may be said, what is kept in the state, and whether a repetition is harmless.</summary>
internal enum OperationStage
{
    /// <summary>Nothing was sent, or what was sent was surely refused.</summary>
    NotSent,

    /// <summary>It was sent, and nobody knows whether it took effect.</summary>
    Lost,

    /// <summary>It took effect, and is not over: from here on nothing that exists may be forgotten.</summary>
    Begun,

    /// <summary>It is over.</summary>
    Done,
}
