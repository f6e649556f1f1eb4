namespace Dashserv.Simulator.Accounts;

/// <summary>A customer of the hosting company: what is owned, owed and paid is per account.</summary>
internal sealed class Account(string name, AccountKind kind, int customer, decimal balance)
{
    public string Name => name;

    public AccountKind Kind => kind;

    public bool IsHourly => kind == AccountKind.Reseller;

    /// <summary>The number in <c>customer</c> and <c>userid</c>.</summary>
    public int Customer => customer;

    /// <summary>What is left without the hourly costs of what still runs.</summary>
    public decimal Settled { get; private set; } = balance;

    public List<Transaction> Transactions { get; } = [];

    public void Book(string id, string description, decimal amount, DateTimeOffset at)
    {
        Settled += amount;
        Transactions.Add(new(id, description, amount, at));
    }
}
