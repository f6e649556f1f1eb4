namespace Dashserv.Provider.Tests.Support;

/// <summary>What a failure says of the call.</summary>
internal enum FailingKind
{
    /// <summary>What it is about does not exist.</summary>
    Gone,

    /// <summary>It was surely not carried out.</summary>
    Refused,

    /// <summary>Of a call that does something, nobody knows whether it did.</summary>
    Unknown,
}
