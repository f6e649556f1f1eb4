using Dashserv.Api.Models;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>From a dedicated server's attributes to an order's arguments. Where the form has no choice for the template, it is installed after
/// delivery.</summary>
internal static class DedicatedServerArguments
{
    private static readonly IReadOnlyList<string> HostNames = ["hostname", "host", .. OptionNames.Name];

    public static OrderArguments Of(DedicatedServerModel config, string? madeUpName) => new()
    {
        Product = FormName(config),
        ProductAttribute = "model",
        Location = config.Location,
        Period = config.Period,
        Options = config.Options,
        Typed =
        [
            new OrderArgument("template", ArgumentType.OperatingSystem, OptionNames.OperatingSystem, config.Template.IsNull ? default : config.Template)
                { MayFallBack = true },
            new OrderArgument("hostname", ArgumentType.Text, HostNames, config.Hostname.IsNull ? Value.OfNullable(madeUpName) : config.Hostname)
                { MayFallBack = true, IsMadeUp = config.Hostname.IsNull },
        ],
    };

    /// <summary>Whether the operating system is chosen in the form, and so delivered with the server. A form may ask for one, and not have this one.</summary>
    /// <param name="form">The order form.</param>
    /// <param name="wanted">The user's word for the template.</param>
    /// <param name="template">The template that it means.</param>
    public static bool IncludesTemplate(OrderForm form, string wanted, Template template) =>
        OptionFinder.Find(form, ArgumentType.OperatingSystem, OptionNames.OperatingSystem) is { } option
        && (option.Kind != FormOptionKind.Select || ChoiceFinder.Find(option, ArgumentType.OperatingSystem, wanted, [[template.Id, template.Name]]).Count == 1);

    /// <summary>The name of the model's order form.</summary>
    public static string FormName(DedicatedServerModel config) => $"dedicated-server:{config.Model.Or("")}";
}
