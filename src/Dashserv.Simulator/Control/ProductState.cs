namespace Dashserv.Simulator.Control;

/// <summary>One running product. Sizes, image and power are null where it has none.</summary>
public sealed record ProductState(
    string Uuid, string Account, string Product, string Name, string Status, string? Power, string Location, decimal MonthlyPrice, decimal? HourlyPrice)
{
    public int? Cores { get; init; }

    public int? Ram { get; init; }

    public int? Disk { get; init; }

    /// <summary>The name of what is installed.</summary>
    public string? Image { get; init; }

    /// <summary>Names of the backups, oldest first.</summary>
    public IReadOnlyList<string> Backups { get; init; } = [];

    /// <summary>Their uuids.</summary>
    public IReadOnlyList<string> BackupUuids { get; init; } = [];

    /// <summary>Uuids of the scheduled tasks, oldest first.</summary>
    public IReadOnlyList<string> ScheduledTasks { get; init; } = [];

    /// <summary>The passwords that work, as far as the API has told them, by account.</summary>
    public required IReadOnlyDictionary<string, string> Passwords { get; init; }

    internal static ProductState Of(Product product)
    {
        var vserver = product as Vserver;
        var hourly = product.Payment.IsHourly ? product.Payment.Hourly : (decimal?)null;
        return new(product.Uuid, product.Account.Name, product.OrderedAs, product.Name, product.Status, product.PowerWord, product.Location.Uuid,
            product.Payment.Monthly, hourly)
        {
            Cores = vserver?.Cores,
            Ram = vserver?.Ram,
            Disk = vserver?.Disk,
            Image = vserver?.Image.Name ?? (product as DedicatedServer)?.Installation.Os,
            Backups = vserver is null ? [] : [.. vserver.Backups.Select(b => b.Name)],
            BackupUuids = vserver is null ? [] : [.. vserver.Backups.Select(b => b.Uuid)],
            ScheduledTasks = vserver is null ? [] : [.. vserver.ScheduledTasks.Select(t => t.Uuid)],
            Passwords = product.Passwords,
        };
    }
}
