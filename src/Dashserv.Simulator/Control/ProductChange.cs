namespace Dashserv.Simulator.Control;

/// <summary>What somebody changed behind the client's back. Null is unchanged; what a product has not is ignored.</summary>
public sealed record ProductChange
{
    public string? Name { get; init; }

    /// <summary>As the API would say it: <c>LOCKED</c> for a vserver, <c>locked</c> for others.</summary>
    public string? Status { get; init; }

    /// <summary>Gross, of a month or of the period that is paid.</summary>
    public decimal? Price { get; init; }

    public PowerState? Power { get; init; }

    public int? Cores { get; init; }

    public int? Ram { get; init; }

    public int? Disk { get; init; }

    /// <summary>What is installed: an image's name, or a template's id.</summary>
    public string? Image { get; init; }

    /// <summary>A location's uuid: it has moved.</summary>
    public string? Location { get; init; }

    /// <summary>A model's uuid: its hardware was exchanged.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the guest listens to an ACPI shutdown.</summary>
    public bool? ObeysAcpi { get; init; }

    public int? BackupLimit { get; init; }

    internal void Apply(Simulation world, Product product)
    {
        if (Name is not null)
        {
            product.Name = Name;
        }

        if (Status is not null)
        {
            product.Status = Status;
        }

        if (Price is { } price)
        {
            product.Reprice(price);
        }

        if (Location is not null)
        {
            product.Location = world.Forms.Locations.FirstOrDefault(l => l.Uuid == Location) ?? throw new ArgumentException($"No location \"{Location}\".");
        }

        if (product is Vserver vserver)
        {
            Apply(world, vserver);
        }

        if (product is DedicatedServer server)
        {
            Apply(world, server);
        }
    }

    private void Apply(Simulation world, Vserver server)
    {
        if (Image is not null)
        {
            server.Image = VserverImage.Find(Image) ?? throw new ArgumentException($"No image \"{Image}\".");
        }

        server.Cores = Cores ?? server.Cores;
        server.Ram = Ram ?? server.Ram;
        server.Disk = Disk ?? server.Disk;
        server.ObeysAcpi = ObeysAcpi ?? server.ObeysAcpi;
        server.BackupLimit = BackupLimit ?? server.BackupLimit;
        if (Power is not { } power)
        {
            return;
        }

        server.Turn++;
        server.Switch(power, world.Now);
    }

    private void Apply(Simulation world, DedicatedServer server)
    {
        if (Model is not null)
        {
            server.Model = world.Models.Find(Model) ?? throw new ArgumentException($"No model \"{Model}\".");
        }

        if (Image is not null)
        {
            server.Installation.Complete(DedicatedTemplate.Find(Image) ?? throw new ArgumentException($"No template \"{Image}\"."), world);
        }

        server.ObeysAcpi = ObeysAcpi ?? server.ObeysAcpi;
        if (Power is not { } power)
        {
            return;
        }

        server.Turn++;
        server.IsOnline = power == PowerState.Online;
    }
}
