using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>What a user wants to order, in the user's words.</summary>
internal sealed record OrderArguments
{
    /// <summary>The form's name, such as <c>vserver:configure</c>.</summary>
    public required string Product { get; init; }

    /// <summary>The attribute that says so.</summary>
    public string ProductAttribute { get; init; } = "product";

    public Value<string> Location { get; init; }

    public Value<string> Period { get; init; }

    public Value<string> Package { get; init; }

    public IReadOnlyList<OrderArgument> Typed { get; init; } = [];

    /// <summary>Whether only a price is asked for, which texts do not matter to.</summary>
    public bool IsForPrice { get; init; }

    /// <summary>Whether it is a server that exists whose price is asked for: that its place, its period or an option is not sold any more is not wrong with
    /// it.</summary>
    public bool IsForExisting { get; init; }

    /// <summary>Further options by the form's own names.</summary>
    public Value<IReadOnlyDictionary<string, Value<string>>> Options { get; init; }
}
