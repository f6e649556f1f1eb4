namespace Dashserv.Chaos.Grid;

/// <summary>What becomes of the order journal between the run that was struck and the next one.</summary>
internal enum JournalFate
{
    Kept,

    /// <summary>Its folder is lost, and <c>on_existing_name</c> is <c>warn</c>.</summary>
    LostWarn,

    /// <summary>Its folder is lost, and <c>on_existing_name</c> is <c>adopt</c>.</summary>
    LostAdopt,
}
