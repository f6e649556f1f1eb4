namespace Dashserv.Simulator.DedicatedServers;

/// <summary>An operating system that can be installed on a dedicated server; ids and names are the reference's.</summary>
internal sealed record DedicatedTemplate(int Id, string Group, string Name)
{
    public static IReadOnlyList<DedicatedTemplate> All { get; } =
    [
        new(260, "centos", "CentOS 6"),
        new(261, "centos", "CentOS 7"),
        new(280, "centos", "CentOS 8"),
        new(262, "debian", "Debian 8 (Jessie)"),
        new(263, "debian", "Debian 9 (Stretch)"),
        new(278, "debian", "Debian 10 (Buster)"),
        new(295, "debian", "Debian 11 (Bullseye)"),
    ];

    /// <summary>The id as it is sent.</summary>
    public string Key => Id.ToString(CultureInfo.InvariantCulture);

    public static DedicatedTemplate? Find(string key) => All.FirstOrDefault(t => t.Key == key);

    public JsonObject ToJson() => new() { ["id"] = Id, ["name"] = Name };
}
