namespace Dashserv.Simulator.Orders;

/// <summary>All orders ever placed, and what is scripted for those to come.</summary>
internal sealed class OrderBook
{
    private readonly Dictionary<string, Order> _orders = [];
    private readonly List<(OrderScript Script, int Left)> _scripts = [];

    public IEnumerable<Order> All => _orders.Values;

    public void Add(Order order) => _orders.Add(order.Uuid, order);

    public Order? Find(string uuid) => _orders.GetValueOrDefault(uuid);

    public void Script(OrderScript script) => _scripts.Add((script, script.Times));

    public void ClearScripts() => _scripts.Clear();

    public OrderScript? TakeScript(string product)
    {
        var index = _scripts.FindIndex(s => s.Script.Product is null || Glob.Matches(s.Script.Product, product));
        if (index < 0)
        {
            return null;
        }

        var (script, left) = _scripts[index];
        if (left == 1)
        {
            _scripts.RemoveAt(index);
        }
        else if (left > 1)
        {
            _scripts[index] = (script, left - 1);
        }

        return script;
    }
}
