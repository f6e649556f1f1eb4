namespace Dashserv.Simulator.Accounts;

/// <summary>Money that moved, EUR; negative when spent.</summary>
internal sealed record Transaction(string Uuid, string Description, decimal Amount, DateTimeOffset At)
{
    public JsonObject ToJson() => new()
    {
        ["uuid"] = Uuid,
        ["description"] = Description,
        ["amount"] = Price.Number(Amount),
        ["status"] = "okay",
        ["unix"] = At.ToUnixTimeSeconds(),
    };
}
