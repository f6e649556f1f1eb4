using System.Globalization;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>From a vserver's attributes to an order's arguments: the alias table between our names and those that forms use.</summary>
internal static class VserverArguments
{
    private static readonly string[] CoreNames = ["cpu", "cores", "vcpu", "vcores"];
    private static readonly string[] RamNames = ["ram", "memory"];
    private static readonly string[] DiskNames = ["disk", "storage", "ssd", "hdd", "nvme"];
    private static readonly string[] ImageNames = ["image", "os", "template"];
    private static readonly string[] NameNames = ["name", "hostname", "servername", "label"];

    /// <summary>The names under which a form may ask for the operating system.</summary>
    public static IReadOnlyList<string> ImageOptionNames => ImageNames;

    /// <param name="config">What the user wrote.</param>
    /// <param name="madeUpName">The name to use where the user gave none; null while only a price is asked for.</param>
    public static OrderArguments ForCreate(VserverModel config, string? madeUpName = null)
    {
        var name = config.Name.IsNull
            ? Argument("name", ArgumentKind.Text, NameNames, Value.OfNullable(madeUpName)) with { MayFallBack = true, IsMadeUp = true }
            : Argument("name", ArgumentKind.Text, NameNames, config.Name);
        return Of(config, name, Argument("image", ArgumentKind.OperatingSystem, ImageNames, config.Image));
    }

    /// <summary>For the price of what a resize makes of a server: its name and image are no longer ordered.</summary>
    public static OrderArguments ForResize(VserverModel plan)
    {
        var name = Argument("name", ArgumentKind.Text, NameNames, plan.Name) with { MayFallBack = true };
        var image = Argument("image", ArgumentKind.OperatingSystem, ImageNames, plan.Image) with { MayFallBack = true };
        return Of(plan, name, image) with { IsForExisting = true };
    }

    private static OrderArguments Of(VserverModel model, OrderArgument name, OrderArgument image) => new()
    {
        Product = model.Product.Or(VserverModel.Configurable),
        Location = model.Location,
        Period = model.Period,
        Package = model.Package,
        Options = model.Options,
        Typed =
        [
            Argument("cores", ArgumentKind.Number, CoreNames, model.Cores.Select(Text)),
            Argument("ram", ArgumentKind.Number, RamNames, model.Ram.Select(Text)),
            Argument("disk", ArgumentKind.Number, DiskNames, model.Disk.Select(Text)),
            image,
            name,
        ],
    };

    private static OrderArgument Argument(string attribute, ArgumentKind kind, string[] aliases, Value<string> value) => new(attribute, kind, aliases, value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
