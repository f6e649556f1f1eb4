using System.Globalization;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>From a vserver's attributes to an order's arguments: our names, and those that forms use (<see cref="OptionNames"/>).</summary>
internal static class VserverArguments
{
    /// <summary>The names under which a form may ask for the operating system.</summary>
    public static IReadOnlyList<string> ImageOptionNames { get; } = ["image", .. OptionNames.OperatingSystem];

    /// <param name="config">What the user wrote.</param>
    /// <param name="madeUpName">The name to use where the user gave none; null while only a price is asked for.</param>
    public static OrderArguments ForCreate(VserverModel config, string? madeUpName = null)
    {
        var name = config.Name.IsNull
            ? Argument("name", ArgumentType.Text, OptionNames.Name, Value.OfNullable(madeUpName)) with { MayFallBack = true, IsMadeUp = true }
            : Argument("name", ArgumentType.Text, OptionNames.Name, config.Name);
        return Of(config, name, Argument("image", ArgumentType.OperatingSystem, ImageOptionNames, config.Image));
    }

    /// <summary>For the price of what a resize makes of a server: its name and image are no longer ordered.</summary>
    public static OrderArguments ForResize(VserverModel plan)
    {
        var name = Argument("name", ArgumentType.Text, OptionNames.Name, plan.Name) with { MayFallBack = true };
        var image = Argument("image", ArgumentType.OperatingSystem, ImageOptionNames, plan.Image) with { MayFallBack = true };
        return Of(plan, name, image) with { IsForExisting = true, IsForPrice = true };
    }

    private static OrderArguments Of(VserverModel model, OrderArgument name, OrderArgument image) => new()
    {
        Product = model.Product.Or(VserverModel.Configurable),
        Location = model.Location,
        Period = model.Period,
        Package = model.Package,
        Options = model.Options,
        Typed = [.. Sizes(model), image, name],
    };

    // A package says how much there is: what its form asks besides, such as for more disk, no attribute stands for.
    private static IEnumerable<OrderArgument> Sizes(VserverModel model) => new[]
    {
        Argument("cores", ArgumentType.Number, OptionNames.Cores, model.Cores.Select(Text)),
        Argument("ram", ArgumentType.Number, OptionNames.Ram, model.Ram.Select(Text)),
        Argument("disk", ArgumentType.Number, OptionNames.Disk, model.Disk.Select(Text)),
    }.Where(size => !size.Value.IsNull || model.Product.Or(VserverModel.Configurable) != VserverModel.Packaged);

    private static OrderArgument Argument(string attribute, ArgumentType kind, IReadOnlyList<string> aliases, Value<string> value) =>
        new(attribute, kind, aliases, value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
