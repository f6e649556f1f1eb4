using TerraformPlugin.Values;

namespace Dashserv.Provider.Text;

/// <summary>Maps of text whose change does something: triggers, keepers, options.</summary>
internal static class TextMap
{
    /// <summary>Whether two maps say the same; an empty one says as little as none.</summary>
    public static bool IsSame(Value<IReadOnlyDictionary<string, Value<string>>> left, Value<IReadOnlyDictionary<string, Value<string>>> right) =>
        left.IsKnown && right.IsKnown
            ? left.Known.Count == right.Known.Count && left.Known.All(e => right.Known.TryGetValue(e.Key, out var other) && other.Equals(e.Value))
            : SaysNothing(left) && SaysNothing(right);

    /// <summary>Whether a trigger is pulled. Adding or removing the argument as a whole pulls none: what is null in state was never asked for.</summary>
    public static bool IsChanged(Value<IReadOnlyDictionary<string, Value<string>>> planned, Value<IReadOnlyDictionary<string, Value<string>>> prior) =>
        !planned.IsNull && !prior.IsNull && !IsSame(planned, prior);

    private static bool SaysNothing(Value<IReadOnlyDictionary<string, Value<string>>> map) => map.IsNull || map is { IsKnown: true, Known.Count: 0 };
}
