namespace Dashserv.Simulator.Vservers;

/// <summary>A virtual server: what it is made of, whether it runs, and what keeps it busy.</summary>
internal sealed class Vserver : Product
{
    private DateTimeOffset _lockedUntil;
    private string? _lockReason;

    public Vserver(Simulation world, Account account, string orderedAs, Location location, Payment payment) : base(world, account, orderedAs, location, payment)
    {
        Network = new(world.NewId, world.NextServer());
        BackupLimit = world.Options.BackupLimit;
    }

    public override string Module => "vserver";

    /// <summary>The sample names a vserver's payment <c>vserver</c>, whatever form it came from.</summary>
    public override string PaymentProduct => World.Options.PaymentNamesOrderedProduct ? OrderedAs : "vserver";

    public required int Cores { get; set => Set(ref field, value); }

    public required int Ram { get; set => Set(ref field, value); }

    public required int Disk { get; set => Set(ref field, value); }

    public required VserverImage Image { get; set => Set(ref field, value); }

    /// <summary>The image, in a world that tells it.</summary>
    public VserverImage? ToldImage => World.Options.VserversTellImage ? Image : null;

    public int BackupLimit { get; set => Set(ref field, value); }

    /// <summary>The root password that works, if it was ever reset: the first one is told in no answer.</summary>
    public string? RootPassword { get; set; }

    public override IReadOnlyDictionary<string, string> Passwords => RootPassword is null ? base.Passwords : new Dictionary<string,
    string>
    { ["root"] = RootPassword };

    /// <summary>Whether the guest listens to an ACPI shutdown.</summary>
    public bool ObeysAcpi { get; set; } = true;

    public PowerState Power { get; private set; } = PowerState.Offline;

    /// <summary>When it was switched on.</summary>
    public DateTimeOffset OnSince { get; private set; }

    /// <summary>Counts power actions: a later one takes an earlier one's place.</summary>
    public int Turn { get; set; }

    public VserverNetwork Network { get; }

    public List<VserverTask> Tasks { get; } = [];

    public List<ScheduledTask> ScheduledTasks { get; } = [];

    public List<Backup> Backups { get; } = [];

    public override string PowerWord => Power switch { PowerState.Online => "online", PowerState.Installing => "installing", _ => "offline" };

    public string? LockedFor(DateTimeOffset now) => now < _lockedUntil ? _lockReason : null;

    public void Lock(string reason, DateTimeOffset until) => (_lockReason, _lockedUntil) = (reason, until);

    public void Switch(PowerState power, DateTimeOffset now)
    {
        if (power == PowerState.Online)
        {
            OnSince = now;
        }

        Power = power;
    }

    public override string Word(string status) => status.ToUpperInvariant();

    public override void Deliver(DateTimeOffset now)
    {
        base.Deliver(now);
        Switch(PowerState.Online, now);
    }

    public override JsonObject ToJson(DateTimeOffset now) => VserverJson.Of(this, PaymentJson(now));

    public override JsonObject StatusJson(DateTimeOffset now) => VserverStatus.Of(this, now);
}
