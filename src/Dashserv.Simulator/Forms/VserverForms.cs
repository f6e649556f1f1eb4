namespace Dashserv.Simulator.Forms;

/// <summary>The forms of virtual servers. The rates make 1 core, 2 GB, 40 GB cost the 2.17 of the reference's sample.</summary>
internal static class VserverForms
{
    public const decimal BasePrice = 0.17m;
    public const decimal PerCore = 0.5m;
    public const decimal PerGbRam = 0.35m;
    public const decimal PerGbDisk = 0.02m;

    private static readonly int[] CoreChoices = [1, 2, 4, 8, 16];

    public static ProductForm Configured(FormStyle style, IReadOnlyList<Location> locations) =>
        new("c0nFg", "vserver:configure", "vServer - Konfigurator", BasePrice)
        {
            Description = "Stelle dir deinen vServer frei zusammen.",
            Locations = locations,
            Options = [.. Sizes(style), .. Further(style)],
        };

    public static ProductForm Packages(FormStyle style, IReadOnlyList<Location> locations) => new("pAck5", "vserver", "vServer", 0)
    {
        Description = "Fertige Pakete, sofort einsatzbereit.",
        Locations = locations,
        Packages = [new("S", 2.17m, 1, 2, 40), new("M", 4.5m, 2, 4, 80), new("L", 8.9m, 4, 8, 160)],
        Options = Further(style),
    };

    private static IEnumerable<FormOption> Sizes(FormStyle style) =>
    [
        style == FormStyle.B
            ? new SelectOption("cores", [.. CoreChoices.Select(n => new Choice(n == 1 ? "1 Kern" : $"{n} Kerne", n * PerCore, Text(n), Text(n)))])
                { Role = OptionRole.Cores, Icon = "fa-microchip" }
            : new NumberOption("cpu", 1, 16, PerCore, Suffix: " vCore") { Role = OptionRole.Cores, Icon = "fa-microchip" },
        new NumberOption("ram", 1, 64, PerGbRam, Suffix: " GB") { Role = OptionRole.Ram, Icon = "fa-memory" },
        new NumberOption("disk", 20, 500, PerGbDisk, Step: 10, Suffix: " GB") { Role = OptionRole.Disk, Icon = "fa-hdd" },
    ];

    private static IReadOnlyList<FormOption> Further(FormStyle style) => style switch
    {
        FormStyle.A => [ImageList("image"), new TextOption("name") { Role = OptionRole.Name, Icon = "fa-tag" }],
        FormStyle.B =>
        [
            new SelectOption("os", [.. VserverImage.All.Select(i => new Choice(i.DisplayName, i.Cost, i.Name, i.Name))])
                { Role = OptionRole.Image, Icon = "fa-compact-disc" },
            new TextOption("hostname") { Role = OptionRole.Name, Icon = "fa-tag" },
        ],
        _ =>
        [
            ImageList("image"),
            new SelectOption("virtualization", [new("KVM")]) { Changeable = false, Visible = false },
            new NumberOption("ipv4", 1, 1, Suffix: " IPv4") { Changeable = false },
            new NumberOption("bandwidth", 750, 750, Suffix: " Mbit/s") { Changeable = false, Icon = "fa-plug" },
            new SelectOption("traffic", [new("2 TB Traffic"), new("5 TB Traffic", 1.5m), new("10 TB Traffic", 4m)]) { Icon = "fa-network-wired" },
        ],
    };

    private static SelectOption ImageList(string name) =>
        new(name, [.. VserverImage.All.Select(i => new Choice(i.DisplayName, i.Cost, Means: i.Name))]) { Role = OptionRole.Image, Icon = "fa-compact-disc" };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
