namespace Dashserv.Simulator.Tests;

/// <summary>Complete orders, for each form that the tests order with.</summary>
internal static class Samples
{
    private static readonly (string, string)[] Place = [("data[location]", "kc7aV"), ("data[interval]", "Oha73a")];

    public static readonly (string, string)[] VserverA =
        [("data[cpu]", "1"), ("data[ram]", "2"), ("data[disk]", "40"), ("data[image]", "1"), ("data[name]", "test"), .. Place];

    public static readonly (string, string)[] VserverB =
        [("data[cores]", "2"), ("data[ram]", "2"), ("data[disk]", "40"), ("data[os]", "debian11"), ("data[hostname]", "b-test"), .. Place];

    public static readonly (string, string)[] VserverC =
    [
        ("data[cpu]", "1"), ("data[ram]", "2"), ("data[disk]", "40"), ("data[image]", "2"), ("data[virtualization]", "0"), ("data[ipv4]", "1"),
        ("data[bandwidth]", "750"), ("data[traffic]", "1"), .. Place,
    ];

    public static readonly (string, string)[] PackageA = [("data[package]", "M"), ("data[image]", "1"), ("data[name]", "packed"), .. Place];

    public static readonly (string, string)[] DedicatedA =
        [("data[os]", "0"), ("data[cpu]", "0"), ("data[ram]", "0"), ("data[traffic]", "0"), ("data[bandwidth]", "2"), ("data[disk]", "0"), .. Place];

    public static readonly (string, string)[] DedicatedB =
        [("data[os]", "295"), ("data[hostname]", "db1"), ("data[cpu]", "0"), ("data[ram]", "0"), ("data[traffic]", "0"), ("data[bandwidth]", "2"),
            ("data[disk]", "0"), .. Place];

    public static readonly (string, string)[] Webhosting = [("data[domain]", "example.com"), ("data[webspace]", "15"), ("data[php]", "8.1"), .. Place];

    /// <summary>The fields with one replaced, added, or (null) left out.</summary>
    public static (string, string)[] With(this (string Name, string Value)[] fields, string name, string? value) =>
        [.. fields.Where(f => f.Name != name), .. value is null ? Array.Empty<(string, string)>() : [(name, value)]];
}
