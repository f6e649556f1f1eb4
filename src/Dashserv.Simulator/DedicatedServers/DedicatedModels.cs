namespace Dashserv.Simulator.DedicatedServers;

/// <summary>The marketplace: the three models of the reference's samples.</summary>
internal sealed class DedicatedModels
{
    public IReadOnlyList<DedicatedServerModel> All { get; } =
    [
        new("h5HGC", "Intel Xeon E3-1270v2", "Intel(R) Xeon(R) CPU E3-1270v2 @ 3.50GHz", 3.5m, 3.9m, "250 GB DC SSD", 2, 42) { Stock = 10 },
        new("Fzasc", "Intel Xeon E3-1230v2", "Intel(R) Xeon(R) CPU E3-1230v2 @ 3.30GHz", 3.3m, 3.7m, "250 GB SSD", 1, 35) { Stock = 2 },
        new("BSDcu", "Intel Xeon E3-1231v3", "Intel(R) Xeon(R) CPU E3-1231v3 @ 3.50GHz", 3.4m, 3.8m, "250 GB SSD", 1, 39) { Stock = 1, AllowPreorder = true },
    ];

    public DedicatedServerModel? Find(string uuid) => All.FirstOrDefault(m => m.Uuid == uuid);

    public DedicatedServerModel? ByProduct(string product) => All.FirstOrDefault(m => m.Product == product);
}
