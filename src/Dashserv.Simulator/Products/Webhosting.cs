namespace Dashserv.Simulator.Products;

/// <summary>A product the reference does not show: the fields that all products share, and its options.</summary>
internal sealed class Webhosting(Simulation world, Account account, Location location, Payment payment, IReadOnlyDictionary<string, string> data)
    : Product(world, account, "webhosting", location, payment)
{
    public override string Module => "webhosting";

    public override JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["uuid"] = Uuid,
        ["customer"] = Account.Customer,
        ["payment"] = PaymentJson(now),
        ["status"] = Status,
        ["name"] = Name,
        ["unix"] = Ready.ToUnixTimeSeconds(),
        ["location"] = Location.ToJson(),
        ["options"] = new JsonObject(data.Where(d => d.Key is not ("location" or "interval")).Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
    };

    public override JsonObject StatusJson(DateTimeOffset now) => new() { ["status"] = "online" };
}
