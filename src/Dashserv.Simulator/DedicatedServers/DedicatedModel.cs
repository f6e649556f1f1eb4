namespace Dashserv.Simulator.DedicatedServers;

/// <summary>A kind of machine on the marketplace, with how many there are.</summary>
internal sealed class DedicatedServerModel(
    string uuid, string cpuName, string cpuModel, decimal baseGhz, decimal turboGhz, string disk, int disks, decimal monthly)
{
    public string Uuid => uuid;

    public string Product => $"dedicated-server:{uuid}";

    public string CpuName => cpuName;

    public const int Ram = 32;

    public string DiskTitle => $"{disks}x {disk}";

    public string Title => $"{cpuName} - {Ram} GB RAM - {DiskTitle}";

    /// <summary>The samples bill a model of 42 EUR at 35.70 EUR: resellers pay 15 % less.</summary>
    public decimal ResellerPrice => monthly * 0.85m;

    public int Stock { get; set; }

    public bool AllowPreorder { get; set; }

    public bool Orderable => Stock > 0 || AllowPreorder;

    public JsonObject ToJson() => new()
    {
        ["uuid"] = uuid,
        ["allowPreorder"] = AllowPreorder,
        ["stock"] = Stock,
        ["product"] = Product,
        ["visible"] = "0",
        ["string"] = Title,
        ["cpu"] = new JsonObject
        {
            ["amount"] = 1,
            ["model"] = cpuModel,
            ["name"] = cpuName,
            ["cores"] = 4,
            ["threads"] = 8,
            ["frequency"] = new JsonObject { ["base"] = baseGhz, ["turbo"] = turboGhz },
        },
        ["ram"] = new JsonObject { ["amount"] = Ram, ["sticks"] = 8, ["max"] = 4, ["model"] = "Samsung M391B1G73QH0-YK0 @ 1600 MHz", ["type"] = "DDR3" },
        ["disks"] = new JsonObject
        {
            ["all"] = new JsonArray([.. Enumerable.Range(0, disks).Select(_ => new JsonObject { ["name"] = disk, ["type"] = "SSD", ["capacity"] = "250" })]),
            ["string"] = DiskTitle,
            ["maxCapacity"] = 2,
        },
        // Misspelt on the wire.
        ["network"] = new JsonObject { ["bandwith"] = new JsonObject { ["amount"] = 2, ["quantity"] = 1000 } },
        ["price"] = new JsonObject { ["monthly"] = Price.Number(monthly), ["setup"] = 0 },
    };
}
