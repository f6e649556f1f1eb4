namespace Dashserv.Api.Transport;

/// <summary>What happens if a request arrives twice.</summary>
internal enum CallEffect
{
    /// <summary>Nothing ever happens: it reads, or it calculates.</summary>
    None,

    /// <summary>The same as when it arrives once.</summary>
    Repeatable,

    /// <summary>Something happens twice. An order costs money twice.</summary>
    Once,
}
