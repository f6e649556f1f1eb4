using System.Globalization;

namespace Dashserv.Api.Json;

/// <summary>Where in an answer a value was; put into words only when something is wrong with it, as lists have a hundred thousand values.</summary>
internal sealed class WirePath(WirePath? parent, string? name, int index = 0)
{
    public static WirePath Root { get; } = new(null, "");

    public WirePath Member(string member) => new(this, member);

    public WirePath Element(int position) => new(this, null, position);

    public override string ToString() => (parent?.ToString(), name) switch
    {
        (null or "", { } only) => only,
        (var before, { } member) => $"{before}.{member}",
        var (before, _) => $"{before}[{index.ToString(CultureInfo.InvariantCulture)}]",
    };
}
