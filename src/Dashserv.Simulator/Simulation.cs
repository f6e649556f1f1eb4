namespace Dashserv.Simulator;

/// <summary>Everything a reset throws away: one world's accounts, forms, orders, products and what is yet to happen to them.</summary>
internal sealed class Simulation
{
    private readonly Ids _ids = new();
    private readonly Agenda _agenda = new();
    private int _servers;

    public Simulation(SimulatorOptions options)
    {
        Options = options;
        Accounts = new(options);
        Forms = new(options, Models);
    }

    /// <summary>The settings; those that say how long things take may change while it runs.</summary>
    public SimulatorOptions Options { get; set; }

    public AccountBook Accounts { get; }

    public DedicatedModels Models { get; } = new();

    public FormCatalog Forms { get; }

    public OrderBook Orders { get; } = new();

    public ProductShelf Products { get; } = new();

    public RateLimit RateLimit { get; } = new();

    public TaskFaults TaskFaults { get; } = new();

    public DateTimeOffset Now => _agenda.Now;

    public void Settle(DateTimeOffset now) => _agenda.Settle(now);

    public void After(TimeSpan time, Action action) => _agenda.Add(Now + time, action);

    public void At(DateTimeOffset time, Action action) => _agenda.Add(time, action);

    public string NewId() => _ids.Next();

    public string NewPassword(int length) => _ids.Password(length);

    /// <summary>Counts servers, for addresses that no two share.</summary>
    public int NextServer() => ++_servers;

    /// <summary>What an account has left, the running hours taken off.</summary>
    public decimal Balance(Account account) => account.Settled - Products.All.Where(p => p.Account == account).Sum(p => p.Payment.Current(Now));

    public void Terminate(Product product)
    {
        if (product.Account.IsHourly)
        {
            product.Account.Book(NewId(), $"{product.PaymentProduct} {product.Uuid}", -product.Payment.Current(Now), Now);
        }

        Products.Remove(product);
    }

    /// <summary>A model's stock and, with it, whether its form says <c>available</c>.</summary>
    public void SetStock(DedicatedServerModel model, int stock, bool? allowPreorder = null)
    {
        model.Stock = stock;
        model.AllowPreorder = allowPreorder ?? model.AllowPreorder;
        Forms.Replace(Forms.Find(model.Product)! with { Available = model.Orderable });
    }
}
