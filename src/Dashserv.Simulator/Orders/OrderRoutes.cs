namespace Dashserv.Simulator.Orders;

/// <summary>POST manage/product/{product} and GET manage/order/{uuid}.</summary>
internal static class OrderRoutes
{
    public static void Map(ApiRoutes routes)
    {
        routes.Post("manage/product/{product}", PlaceOrQuote);
        routes.Get("manage/order/{uuid}", Get);
    }

    /// <summary>Whether the request only asks what it would cost.</summary>
    public static bool IsQuote(IReadOnlyDictionary<string, string> fields) =>
        fields.TryGetValue("calculate", out var value) && value is not ("" or "0" or "false");

    private static ApiAnswer PlaceOrQuote(ApiCall call)
    {
        var form = FormRoutes.Find(call);
        var request = OrderRequest.Read(form, call.Account, call.Fields);
        var quote = new Quote(request);
        return IsQuote(call.Fields) ? ApiAnswer.Success(quote.ToJson()) : ApiAnswer.Success(Place(call, request, quote).Uuid);
    }

    private static ApiAnswer Get(ApiCall call) =>
        call.World.Orders.Find(call.Route("uuid")) is { } order && order.Account == call.Account ? ApiAnswer.Success(order.ToJson()) : throw call.NotFound();

    private static Order Place(ApiCall call, OrderRequest request, Quote quote)
    {
        var world = call.World;
        var model = world.Models.ByProduct(request.Form.Name);
        if (!request.Form.Available || model is { Orderable: false })
        {
            throw ApiRefusal.Failed("product_not_available");
        }

        if (world.Balance(call.Account) < quote.Gross + quote.Setup)
        {
            throw ApiRefusal.Failed("Dein Guthaben reicht für diese Bestellung nicht aus.");
        }

        var waitForStock = model is { Stock: 0 };
        if (model is { Stock: > 0 })
        {
            world.SetStock(model, model.Stock - 1);
        }

        var order = new Order(world.NewId(), call.Account, request, world.Now);
        if (!call.Account.IsHourly)
        {
            call.Account.Book(world.NewId(), $"Bestellung {order.Uuid}", -(quote.Gross + quote.Setup), world.Now);
        }

        world.Orders.Add(order);
        new Deployment(world, order, world.Orders.TakeScript(request.Form.Name) ?? new()).Begin(waitForStock);
        return order;
    }
}
