using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>One of the values of a select option.</summary>
public sealed record FormChoice
{
    /// <summary>What an order sends: the index in a list, or the key in an object.</summary>
    public required string Value { get; init; }

    /// <summary>What people read, such as <c>32 GB DDR3 RAM</c>; the key where the form has only that, and empty where that is a mere index.</summary>
    public required string Display { get; init; }

    /// <summary>Monthly price, in EUR.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Price to be paid once, in EUR.</summary>
    public required decimal Setup { get; init; }

    internal static FormChoice Read(string value, WireValue json, bool isKeyed) => json.Kind is JsonValueKind.Object or JsonValueKind.Array
        ? new FormChoice
        {
            Value = value,
            Display = json["display"].Text() ?? (isKeyed ? value : ""),
            Cost = json["cost"].Number() ?? 0,
            Setup = json["setup"].Number() ?? 0,
        }
        : new FormChoice { Value = value, Display = json.Text() ?? (isKeyed ? value : ""), Cost = 0, Setup = 0 };
}
