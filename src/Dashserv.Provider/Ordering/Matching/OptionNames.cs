namespace Dashserv.Provider.Ordering.Matching;

/// <summary>
/// What forms call the options that attributes stand for, likeliest first: nothing about that is promised. Compared without
/// regard to case, blanks and punctuation. A name that tells the unit is only here where that is the attribute's own.
/// </summary>
internal static class OptionNames
{
    public static IReadOnlyList<string> Cores { get; } =
    [
        "cores", "core", "cpu_cores", "core_count", "vcores", "vcore", "kerne", "kern", "cpu_kerne", "prozessorkerne", "rechenkerne",
        "vcpus", "vcpu", "cpus", "cpu", "cpu_count", "processors", "prozessoren",
    ];

    public static IReadOnlyList<string> Ram { get; } =
        ["ram", "memory", "arbeitsspeicher", "hauptspeicher", "ram_size", "memory_size", "ram_gb", "memory_gb", "mem"];

    public static IReadOnlyList<string> Disk { get; } =
    [
        "disk", "disk_size", "disk_space", "disk_gb", "storage", "storage_size", "storage_space", "storage_gb", "ssd", "ssd_size", "nvme", "hdd", "hdd_size",
        "harddisk", "hard_drive", "drive", "festplatte", "festplattenspeicher", "festplattenplatz", "speicherplatz",
    ];

    public static IReadOnlyList<string> OperatingSystem { get; } =
        ["os", "image", "template", "operating_system", "betriebssystem", "os_template", "os_image", "vm_image", "distribution", "distro"];

    public static IReadOnlyList<string> Name { get; } =
        ["name", "hostname", "servername", "label", "host", "fqdn", "vm_name", "vserver_name", "display_name", "anzeigename"];
}
