namespace Dashserv.Api.Tests.Support;

/// <summary>How a server counts.</summary>
public enum LimitKind
{
    /// <summary>In each second of the clock.</summary>
    Window,

    /// <summary>A bucket that fills up evenly.</summary>
    Bucket,
}
