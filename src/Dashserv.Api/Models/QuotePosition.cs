using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>One line of a quote.</summary>
public sealed record QuotePosition
{
    /// <summary>The option's name, <c>basePrice</c> or <c>location</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The option's kind.</summary>
    public string? Type { get; init; }

    /// <summary>What was chosen, as people read it.</summary>
    public required string Value { get; init; }

    /// <summary>To be paid once.</summary>
    public Money? Setup { get; init; }

    /// <summary>To be paid every month.</summary>
    public Money? Costs { get; init; }

    /// <summary>Lines that this one is made of.</summary>
    public required IReadOnlyList<QuotePosition> Children { get; init; }

    internal static QuotePosition Read(WireValue json) => new()
    {
        Name = json["name"].Text() ?? "",
        Type = json["type"].Text(),
        Value = json["value"].Text() ?? "",
        Setup = json["setup"].Optional(Money.Read),
        Costs = json["costs"].Optional(Money.Read),
        Children = json["children"].List(Read),
    };
}
