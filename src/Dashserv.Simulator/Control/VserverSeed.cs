namespace Dashserv.Simulator.Control;

/// <summary>Vservers that are there without having been ordered, named <c>prefix-1</c>, <c>prefix-2</c>, …</summary>
public sealed record VserverSeed
{
    // Settable, not init-only: generated JSON code would overwrite the defaults of init-only properties that the JSON leaves out.

    public int Count { get; set; } = 1;

    public string NamePrefix { get; set; } = "seed";

    public string Account { get; set; } = "reseller";

    public int Cores { get; set; } = 1;

    public int Ram { get; set; } = 2;

    public int Disk { get; set; } = 40;

    public string Image { get; set; } = "debian10";

    /// <summary>The form they might have been ordered with.</summary>
    public string Product { get; set; } = "vserver:configure";

    /// <summary>How long ago they were delivered, in hours.</summary>
    public double AgeHours { get; set; }

    internal IReadOnlyList<string> Plant(Simulation world)
    {
        var account = world.Accounts[Account];
        var image = VserverImage.Find(Image) ?? throw new ArgumentException($"No image \"{Image}\".");
        var period = account.IsHourly ? null : Period.All[0];
        var price = VserverForms.BasePrice + (Cores * VserverForms.PerCore) + (Ram * VserverForms.PerGbRam) + (Disk * VserverForms.PerGbDisk) + image.Cost;
        return [.. Enumerable.Range(1, Count).Select(i =>
        {
            var server = new Vserver(world, account, Product, world.Forms.Locations[0], new(world, account, period, world.Now) { Price = price })
            {
                Name = $"{NamePrefix}-{i}",
                Cores = Cores,
                Ram = Ram,
                Disk = Disk,
                Image = image,
                Listed = true,
            };
            server.Deliver(world.Now.AddHours(-AgeHours));
            world.Products.Add(server);
            return server.Uuid;
        })];
    }
}
