namespace Dashserv.Provider.Operations;

/// <summary>What it means that the API refuses a write.</summary>
internal enum RefusalMeaning
{
    /// <summary>Nothing was done.</summary>
    Refused,

    /// <summary>Nothing was done, and a little later it may be: it is tried again.</summary>
    NotYet,

    /// <summary>There is nothing left to do, such as when what is to be deleted is gone.</summary>
    AlreadyDone,

    /// <summary>It may be under way already.</summary>
    MayBeUnderWay,
}
