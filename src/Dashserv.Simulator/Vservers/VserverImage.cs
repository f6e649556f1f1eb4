namespace Dashserv.Simulator.Vservers;

/// <summary>An operating system image; the list is the reference's.</summary>
internal sealed record VserverImage(string Name, string Group, string DisplayName, string Version, decimal Cost = 0)
{
    public static IReadOnlyList<VserverImage> All { get; } =
    [
        new("centos8", "centos", "CentOS 8", "8"),
        new("debian10", "debian", "Debian 10", "10"),
        new("debian11", "debian", "Debian 11 - Eingeschränkt", "11"),
        new("fedora32", "fedora", "Fedora 32", "32"),
        new("ubuntu16_04", "ubuntu", "Ubuntu 16.04", "16.04"),
        new("ubuntu18_04", "ubuntu", "Ubuntu 18.04", "18.04"),
        new("ubuntu19_10", "ubuntu", "Ubuntu 19.10", "19.10"),
        new("ubuntu20_04", "ubuntu", "Ubuntu 20.04", "20.04"),
        new("windows2019", "windows", "Windows Server 2019", "2019", 10m),
    ];

    public static VserverImage? Find(string name) => All.FirstOrDefault(i => i.Name == name);

    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["group"] = Group,
        ["displayName"] = DisplayName,
        ["version"] = Version,
        ["type"] = "QEMU",
        ["visible"] = true,
    };
}
