namespace Dashserv.Provider.Tests.Support;

/// <summary>What Terraform holds after a operation that failed.</summary>
internal enum StateAfter
{
    /// <summary>What it held before, which may be nothing.</summary>
    AsBefore,

    /// <summary>What was ordered or done is in it, and is gone on with.</summary>
    Tracked,

    /// <summary>It is in it, and the next apply replaces it unless the user says otherwise.</summary>
    Tainted,
}
