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

    /// <summary>The same in packages.</summary>
    public static ProductForm Packaged(IReadOnlyList<Location> locations) => new("w3bP1", "webhosting:packages", "Webhosting-Pakete", 0)
    {
        Locations = locations,
        Packages = [new("S", 1.9m, 0, 0, 10), new("M", 3.9m, 0, 0, 50)],
        Options =
        [
            new TextOption("domain") { Role = OptionRole.Name, Icon = "fa-globe" },
            new SelectOption("php", [new("PHP 8.1", Key: "8.1"), new("PHP 7.4", 1m, "7.4")]) { Icon = "fa-code" },
        ],
    };
}
