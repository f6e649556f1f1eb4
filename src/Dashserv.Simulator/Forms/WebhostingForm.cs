namespace Dashserv.Simulator.Forms;

/// <summary>Webhosting, which the reference names but does not show: it stands for every other product of the modular API.</summary>
internal static class WebhostingForm
{
    public static ProductForm Create(IReadOnlyList<Location> locations) => new("w3bH0", "webhosting", "Webhosting", 1.5m)
    {
        Icon = "/assets/img/products/webhosting.png",
        Description = "Webspace mit PHP und Datenbanken.",
        Locations = locations,
        Options =
        [
            new TextOption("domain") { Role = OptionRole.Name, Icon = "fa-globe" },
            new NumberOption("webspace", 10, 100, 0.05m, Step: 5, Suffix: " GB") { Icon = "fa-hdd" },
            new SelectOption("php", [new("PHP 8.1", Key: "8.1"), new("PHP 7.4", 1m, "7.4")]) { Icon = "fa-code" },
        ],
    };
}
