namespace Dashserv.Provider.Tests.Operations;

/// <summary>Every await of a write, in the order in which the runner comes to it.</summary>
internal enum Moment
{
    LookBefore,
    Lock,
    Prepare,
    Send,
    FindEffect,
    Watch,
}
