namespace Dashserv.Api.Models;

/// <summary>What the value of an order form's option is.</summary>
public enum FormOptionKind
{
    /// <summary>One of the form's choices.</summary>
    Select,

    /// <summary>A number in a range.</summary>
    Number,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>Something this client does not know; the form's own word is kept.</summary>
    Other,
}
