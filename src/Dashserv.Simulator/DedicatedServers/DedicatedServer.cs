namespace Dashserv.Simulator.DedicatedServers;

/// <summary>A machine of its own, with its installation.</summary>
internal sealed class DedicatedServer(Simulation world, Account account, DedicatedServerModel model, Location location, Payment payment)
    : Product(world, account, model.Product, location, payment)
{
    private readonly string _device = world.NewId();
    private readonly int _number = world.NextServer();

    public override string Module => "dedicated-server";

    public DedicatedServerModel Model { get; set => Set(ref field, value); } = model;

    /// <summary>Ordered with the server and there from the start; null when it is delivered empty.</summary>
    public DedicatedTemplate? OrderedTemplate { get; init; }

    public bool IsOnline { get; set; }

    public bool ObeysAcpi { get; set; } = true;

    public int Turn { get; set; }

    public Installation Installation { get; } = new();

    public string Mac => $"1E:59:E5:28:{_number / 256 % 256:X2}:{_number % 256:X2}";

    public override IReadOnlyDictionary<string, string> Passwords => Installation.Accounts;

    public override string PowerWord => IsOnline ? "online" : "offline";

    public override void Deliver(DateTimeOffset now)
    {
        base.Deliver(now);
        IsOnline = true;
        if (OrderedTemplate is { } template)
        {
            Installation.Complete(template, World);
        }
    }

    public JsonArray NetworkJson() => DedicatedNetwork.Of(this, _number, _device);

    public override JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["uuid"] = Uuid,
        ["customer"] = Account.Customer,
        ["payment"] = PaymentJson(now),
        ["status"] = Status,
        ["name"] = Name,
        ["unix"] = Ready.ToUnixTimeSeconds(),
        ["device"] = new JsonObject
        {
            ["uuid"] = _device,
            ["status"] = "ready",
            ["unix"] = 1610700818,
            ["model"] = Model.ToJson(),
            ["location"] = Location.ToJson(),
            ["visible"] = true,
            ["network"] = new JsonObject { ["billId"] = null },
        },
    };

    public override JsonObject StatusJson(DateTimeOffset now) => new() { ["status"] = PowerWord };
}
