using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>An amount in EUR (API reference, Place order: net, tax, brut).</summary>
public sealed record Money
{
    /// <summary>Without tax.</summary>
    public required decimal Net { get; init; }

    /// <summary>The tax.</summary>
    public required decimal Tax { get; init; }

    /// <summary>With tax: what is billed.</summary>
    public required decimal Gross { get; init; }

    internal static Money Read(WireValue json) => new()
    {
        Net = json["net"].Number() ?? 0,
        Tax = json.Forgiving["tax"].Number() ?? 0,
        Gross = json["brut"].RequiredNumber(),
    };
}
