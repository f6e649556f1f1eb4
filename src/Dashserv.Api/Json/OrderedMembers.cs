namespace Dashserv.Api.Json;

/// <summary>Keeps the order in which the API wrote them; of a name written twice the last counts.</summary>
internal static class OrderedMembers
{
    public static OrderedDictionary<string, string> ToOrderedDictionary(
        this IEnumerable<(string Name, WireValue Value)> members,
        Func<(string Name, WireValue Value), string> key,
        Func<(string Name, WireValue Value), string> value)
    {
        var ordered = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            ordered[key(member)] = value(member);
        }

        return ordered;
    }
}
