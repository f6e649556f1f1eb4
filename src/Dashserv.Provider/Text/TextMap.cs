using TerraformPlugin.Values;

namespace Dashserv.Provider.Text;

/// <summary>Maps of text whose change does something: triggers, keepers, options.</summary>
internal static class TextMap
{
    /// <summary>Whether two maps say the same; an empty one says as little as none.</summary>
    public static bool IsSame(Value<IReadOnlyDictionary<string, Value<string>>> left, Value<IReadOnlyDictionary<string, Value<string>>> right) =>
        left.IsKnown && right.IsKnown ? IsSame(left.Known, right.Known) : SaysNothing(left) && SaysNothing(right);

    /// <summary>The same; an entry that is null says nothing, and line ends mean the same everywhere.</summary>
    public static bool IsSame(IReadOnlyDictionary<string, Value<string>> left, IReadOnlyDictionary<string, Value<string>> right) =>
        left.Keys.Concat(right.Keys).All(key => Plain(left.GetValueOrDefault(key)).Equals(Plain(right.GetValueOrDefault(key))));

    /// <summary>Whether a trigger is pulled. Adding or removing the argument as a whole pulls none: what is null in state was never asked for.</summary>
    public static bool IsChanged(Value<IReadOnlyDictionary<string, Value<string>>> planned, Value<IReadOnlyDictionary<string, Value<string>>> prior) =>
        !planned.IsNull && !prior.IsNull && !IsSame(planned, prior);

    private static Value<string> Plain(Value<string> text) => text.Select(t => t.ReplaceLineEndings("\n"));

    private static bool SaysNothing(Value<IReadOnlyDictionary<string, Value<string>>> map) =>
        map.IsNull || (map.IsKnown && map.Known.Values.All(v => v.IsNull));
}
