namespace Dashserv.Simulator.Control;

/// <summary>What all accounts run, what it costs them, and what was ordered: the whole truth, which no client sees.</summary>
public sealed record WorldState(
    DateTimeOffset Now, IReadOnlyList<ProductState> Products, IReadOnlyList<OrderState> Orders, IReadOnlyDictionary<string, decimal> Balances)
{
    public int OrdersPlaced => Orders.Count;

    /// <summary>Orders that repeat an earlier one of the same account in every field: what sending an order twice leaves behind.</summary>
    public int DuplicateOrders =>
        Orders.Count - Orders.DistinctBy(o => (o.Account, o.Product, string.Join('&', o.Data.OrderBy(d => d.Key, StringComparer.Ordinal)))).Count();

    /// <summary>Gross EUR a month for all that runs.</summary>
    public decimal MonthlyPrice => Products.Sum(p => p.MonthlyPrice);

    /// <summary>Gross EUR an hour for what is billed by the hour.</summary>
    public decimal HourlyPrice => Products.Sum(p => p.HourlyPrice ?? 0);

    internal static WorldState Of(Simulation world) => new(
        world.Now,
        [.. world.Products.All.Select(ProductState.Of)],
        [.. world.Orders.All.Select(o => new OrderState(o.Uuid, o.Account.Name, o.Request.Form.Name, o.Status, o.Product?.Uuid, o.Created, o.Request.Data))],
        world.Accounts.All.ToDictionary(a => a.Name, world.Balance));
}
