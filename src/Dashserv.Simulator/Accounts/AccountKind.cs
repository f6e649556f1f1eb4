namespace Dashserv.Simulator.Accounts;

/// <summary>Who is billed how.</summary>
public enum AccountKind
{
    /// <summary>Billed by the hour, may terminate.</summary>
    Reseller,

    /// <summary>Pays a period ahead, may not terminate.</summary>
    Customer,
}
