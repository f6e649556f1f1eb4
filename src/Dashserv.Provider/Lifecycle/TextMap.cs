using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Maps of text whose change is a deed: triggers, keepers, options.</summary>
internal static class TextMap
{
    /// <summary>Whether two maps say the same.</summary>
    public static bool IsSame(Value<IReadOnlyDictionary<string, Value<string>>> left, Value<IReadOnlyDictionary<string, Value<string>>> right) =>
        left.IsKnown && right.IsKnown
            ? left.Known.Count == right.Known.Count && left.Known.All(e => right.Known.TryGetValue(e.Key, out var other) && other.Equals(e.Value))
            : left.IsNull && right.IsNull;

    /// <summary>Whether a trigger is pulled. Adding or removing the argument as a whole pulls none: what is null in state was never asked for.</summary>
    public static bool IsChanged(Value<IReadOnlyDictionary<string, Value<string>>> planned, Value<IReadOnlyDictionary<string, Value<string>>> prior) =>
        !planned.IsNull && !prior.IsNull && !IsSame(planned, prior);
}
