namespace Dashserv.Provider.Ordering.Matching;

/// <summary>How an argument finds its place among an option's choices.</summary>
internal enum ArgumentType
{
    /// <summary>By key or display text.</summary>
    Text,

    /// <summary>By the amount that a choice's display text tells.</summary>
    Number,

    /// <summary>Like text, and also by any other name of the same operating system.</summary>
    OperatingSystem,
}
