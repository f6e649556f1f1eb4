namespace Dashserv.Simulator.Forms;

/// <summary>The form of a dedicated server model: all fixed, as in the reference's sample, but for what comes on its disk.</summary>
internal static class DedicatedServerForms
{
    public static ProductForm For(DedicatedServerModel model, FormStyle style, IReadOnlyList<Location> locations) =>
        new($"f{model.Uuid}"[..5], model.Product, $"Dedizierter Server - {model.Title}", model.ResellerPrice)
        {
            Icon = "/assets/img/products/dedicated-server.png",
            Description = "Viel Power für wenig Geld! Ganz ohne nervige Nachbarn und perfekt für jedes kleinere Projekt.",
            Locations = locations,
            Available = model.Orderable,
            Options =
            [
                Fixed("cpu", model.CpuName, "fa-microchip") with { Visible = false },
                Fixed("ram", $"{DedicatedServerModel.Ram} GB DDR3 RAM", "fa-memory"),
                Fixed("disk", model.DiskTitle, "fa-hdd"),
                Fixed("traffic", "5 TB Highspeed Traffic", "fa-network-wired"),
                new NumberOption("bandwidth", 2, 2, Suffix: "x 1 Gbit/s") { Changeable = false, Icon = "fa-plug" },
                .. System(style),
            ],
        };

    private static IReadOnlyList<FormOption> System(FormStyle style) => style == FormStyle.A
        ? [Fixed("os", "Installierbar via IPMI", "fa-compact-disc")]
        :
        [
            new SelectOption("os", [.. DedicatedTemplate.All.Select(t => style == FormStyle.B ? ById(t) : ByIndex(t))])
                { Role = OptionRole.Template, Icon = "fa-compact-disc" },
            new TextOption("hostname") { Role = OptionRole.Name, Icon = "fa-tag" },
        ];

    private static Choice ById(DedicatedTemplate template) => ByIndex(template) with { Key = template.Key };

    private static Choice ByIndex(DedicatedTemplate template) => new(template.Name, Means: template.Key);

    private static SelectOption Fixed(string name, string display, string icon) => new(name, [new(display)]) { Changeable = false, Icon = icon };
}
