namespace Dashserv.Simulator.Accounts;

/// <summary>The calls only the vendor's client knows. Their shapes are ours as far as that client does not read them.</summary>
internal static class AccountRoutes
{
    public static void Map(ApiRoutes routes)
    {
        routes.GetOptional("account/user", User);
        routes.GetOptional("account/products", Products);
        routes.GetOptional("account/transactions", c => ApiAnswer.Success(new JsonArray([.. c.Account.Transactions.Select(t => t.ToJson())])));
        routes.GetOptional("account/invoices", Invoices);
    }

    private static ApiAnswer User(ApiCall call) => ApiAnswer.Success(new JsonObject
    {
        ["customer"] = call.Account.Customer,
        ["firstname"] = "Erika",
        ["lastname"] = "Mustermann",
        ["email"] = $"{call.Account.Name}@example.com",
        ["reseller"] = call.Account.IsHourly,
        ["balance"] = new JsonObject { ["amount"] = Price.Number(call.World.Balance(call.Account)) },
    });

    /// <summary>Every product the account ever had, also deleted and locked ones.</summary>
    private static ApiAnswer Products(ApiCall call) => ApiAnswer.Success(new JsonArray([.. call.World.Products.Ever(call.Account).Select(p => new JsonObject
    {
        ["product"] = new JsonObject { ["name"] = p.PaymentProduct, ["uuid"] = p.Uuid },
        ["status"] = p.Deleted ? p.Word("deleted") : p.Status,
        ["name"] = p.Name,
        ["unix"] = p.Payment.Ordered.ToUnixTimeSeconds(),
    })]));

    /// <summary>One invoice a month of transactions.</summary>
    private static ApiAnswer Invoices(ApiCall call) => ApiAnswer.Success(new JsonArray([.. call.Account.Transactions
        .GroupBy(t => t.At.ToString("yyyy-MM", CultureInfo.InvariantCulture))
        .Select((month, i) => new JsonObject
        {
            ["uuid"] = $"INV{i}",
            ["number"] = $"RE-{month.Key}-{call.Account.Customer}",
            ["amount"] = Price.Number(-month.Sum(t => t.Amount)),
            ["status"] = "paid",
            ["unix"] = month.Last().At.ToUnixTimeSeconds(),
        })]));
}
