using System.Globalization;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>Order forms of any shape.</summary>
internal static class TestForm
{
    public static OrderForm Of(params IReadOnlyList<FormOption> options) => new()
    {
        Uuid = "f",
        Name = "vserver:configure",
        Type = "options",
        IsAvailable = true,
        Locations = [new Location { Uuid = "kc7aV", PriceMultiplier = 1 }],
        Options = options,
        Packages = [],
        Periods = [],
        PricePercentage = 1,
    };

    public static FormOption Number(string name, int min = 1, int max = 64) => Option(name, FormOptionKind.Number) with { Min = min, Max = max, Step = 1 };

    public static FormOption Select(string name, params string[] displays) => Option(name, FormOptionKind.Select) with
    {
        Choices = [.. displays.Select(
            (d, i) => new FormChoice { Value = i.ToString(CultureInfo.InvariantCulture), Display = d, Cost = displays.Length - i, Setup = 0 })],
    };

    public static FormOption Text(string name) => Option(name, FormOptionKind.Text);

    private static FormOption Option(string name, FormOptionKind kind) =>
        new() { Name = name, Kind = kind, IsChangeable = true, IsVisible = true, Cost = 0, Setup = 0, Choices = [] };
}
