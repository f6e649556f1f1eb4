namespace Dashserv.Api.Models;

/// <summary>One field of an order: an option, <c>package</c>, <c>location</c> or <c>interval</c>, by the form's own name.</summary>
/// <param name="Key">The bare name, such as <c>cpu</c>; it goes out as <c>data[cpu]</c>.</param>
/// <param name="Value">What the form takes for it.</param>
public readonly record struct OrderField(string Key, string Value)
{
    /// <summary>Whether a user has entered it, and nobody but the user knows what it is: then it is in no text.</summary>
    public bool IsSecret { get; init; }
}
