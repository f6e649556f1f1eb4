namespace Dashserv.Provider.Tests.Ordering;

/// <summary>What becomes of an order.</summary>
public enum AlikeOrderFate
{
    /// <summary>It is answered, and its product named later.</summary>
    Answered,

    /// <summary>It took effect, and its answer was lost.</summary>
    Lost,

    /// <summary>It never arrived, which nobody knows.</summary>
    LostWithoutEffect,
}
