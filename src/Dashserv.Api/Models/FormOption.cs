using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>Something an order must say, also where nothing can be chosen (API reference, Get product pricing: <c>options</c>).</summary>
public sealed record FormOption
{
    /// <summary>What an order sends it as, such as <c>cpu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its value is.</summary>
    public required FormOptionKind Kind { get; init; }

    /// <summary>The form's own word for that.</summary>
    public string? KindWord { get; init; }

    /// <summary>Whether there is anything to choose. It must be sent all the same.</summary>
    public required bool IsChangeable { get; init; }

    /// <summary>Whether the vendor's own form shows it. It must be sent all the same.</summary>
    public required bool IsVisible { get; init; }

    /// <summary>Monthly price of having it at all, in EUR.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Price of it to be paid once, in EUR.</summary>
    public required decimal Setup { get; init; }

    /// <summary>What a number counts, such as <c>x 1 Gbit/s</c>.</summary>
    public string? Suffix { get; init; }

    /// <summary>Of a select: what it may be. Else empty.</summary>
    public required IReadOnlyList<FormChoice> Choices { get; init; }

    /// <summary>Of a select: whether the form names its choices (an object's keys); else they only have an index (a list).</summary>
    public bool IsKeyed { get; init; }

    /// <summary>Of a number: the least.</summary>
    public decimal? Min { get; init; }

    /// <summary>Of a number: the most.</summary>
    public decimal? Max { get; init; }

    /// <summary>Of a number: by how much values differ.</summary>
    public decimal? Step { get; init; }

    /// <summary>Of a number: monthly price of each, in EUR.</summary>
    public decimal? CostEach { get; init; }

    /// <summary>Of a number: price of each to be paid once, in EUR.</summary>
    public decimal? SetupEach { get; init; }

    internal static FormOption Read(string name, WireValue json)
    {
        var word = json["type"].Text();
        var kind = word switch
        {
            "select" => FormOptionKind.Select,
            "number" => FormOptionKind.Number,
            "text" => FormOptionKind.Text,
            _ => FormOptionKind.Other,
        };
        var isKeyed = kind == FormOptionKind.Select && json["options"].Kind == JsonValueKind.Object;
        var range = kind == FormOptionKind.Number ? json["options"] : default;
        return new FormOption
        {
            Name = name,
            Kind = kind,
            KindWord = word,
            IsChangeable = json["changeable"].Flag() ?? true,
            IsVisible = json["visible"].Flag() ?? true,
            Cost = json.Forgiving["cost"].Number() ?? 0,
            Setup = json.Forgiving["setup"].Number() ?? 0,
            Suffix = json["suffix"].Text(),
            Choices = kind == FormOptionKind.Select ? [.. json["options"].Members().Select(choice => FormChoice.Read(choice.Name, choice.Value, isKeyed))] : [],
            IsKeyed = isKeyed,
            Min = range["min"].Number(),
            Max = range["max"].Number(),
            Step = range["step"].Number(),
            CostEach = range.Forgiving["costEach"].Number(),
            SetupEach = range.Forgiving["setupEach"].Number(),
        };
    }
}
