using CoreHarness;
using CoreHarness.Values;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Planning;

/// <summary>Objects of <see cref="PlanModel"/> as tests write them.</summary>
internal static class PlanValues
{
    public static readonly object Unknown = Config.Unknown;

    /// <summary>The ways of nesting, each with the path of the part inside; a set has none.</summary>
    public static readonly TheoryData<string, string> Nestings = new()
    {
        { "one", "one." },
        { "many", "many[0]." },
        { "keyed", "keyed[\"k\"]." },
    };

    /// <summary>The part in an object with nothing else.</summary>
    public static TfValue In(string nesting, Config part) => Of((nesting, nesting switch
    {
        "one" => part,
        "keyed" => Config.Of(("k", part)),
        _ => new[] { part },
    }));

    public static TfValue Of(params (string Name, object? Value)[] entries) => ConfigValue.Of(Config.Of(entries), PlanModel.Table.ObjectType);

    public static Config Part(params (string Name, object? Value)[] entries) => Config.Of(entries);
}
