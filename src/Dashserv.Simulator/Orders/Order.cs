namespace Dashserv.Simulator.Orders;

/// <summary>An order that was placed. It stays for ever, whatever becomes of its product.</summary>
internal sealed class Order(string uuid, Account account, OrderRequest request, DateTimeOffset created)
{
    public string Uuid => uuid;

    public Account Account => account;

    public OrderRequest Request => request;

    public DateTimeOffset Created => created;

    public string Status { get; set; } = "installing";

    public string? StatusData { get; set; }

    /// <summary>Named before the order is <c>okay</c>; it counts only from then on.</summary>
    public Product? Product { get; set; }

    public DateTimeOffset? Ready { get; set; }

    /// <summary>Counts the deployments begun, so that what was planned for an earlier one does not happen.</summary>
    public int Turn { get; set; }

    public bool IsOpen => Status is not ("okay" or "error" or "cancelled");

    public JsonObject ToJson() => new()
    {
        ["uuid"] = uuid,
        ["product"] = request.Form.ToJson(),
        ["productuuid"] = Product?.Uuid,
        ["unix"] = new JsonObject { ["created"] = created.ToUnixTimeSeconds(), ["ready"] = Ready?.ToUnixTimeSeconds() },
        ["status"] = Status,
        ["statusData"] = StatusData,
        ["productData"] = new JsonObject(request.Data.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
    };
}
