namespace Dashserv.Simulator.Products;

/// <summary>The calls that are the same for every product.</summary>
internal static class ProductRoutes
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("product/{product}", List);
        routes.Get("product/{product}/{uuid}", c => ApiAnswer.SuccessRaw(Find<Product>(c).Serialized(c.World.Now)));
        routes.Get("product/{product}/{uuid}/status", c => ApiAnswer.Success(Find<Product>(c).StatusJson(c.World.Now)));
        routes.Post("product/{product}/{uuid}/actions/{action}", Act);
        routes.Delete("product/{product}/{uuid}", Terminate);
    }

    /// <summary>The product of the route, if it is the account's and of the route's module.</summary>
    public static T Find<T>(ApiCall call) where T : Product
    {
        var module = call.Request.RouteValues.TryGetValue("product", out var value) ? Module((string)value!) : null;
        return call.World.Products.Find(call.Route("uuid")) is T product && product.Account == call.Account && (module is null || product.Module == module)
            ? product
            : throw call.ProductNotFound();
    }

    private static string Module(string name) => ProductShelf.Modules.Contains(name) ? name : throw InvalidRoute();

    private static ApiAnswer List(ApiCall call) =>
        ApiAnswer.SuccessList([.. call.World.Products.Listed(call.Account, Module(call.Route("product"))).Select(p => p.Serialized(call.World.Now))]);

    private static ApiAnswer Act(ApiCall call)
    {
        var action = call.Route("action");
        return Find<Product>(call) switch
        {
            Vserver vserver => ApiAnswer.Success(VserverPower.Act(call.World, vserver, action) ?? throw InvalidRoute()),
            DedicatedServer server => ApiAnswer.Success(DedicatedPower.Act(call.World, server, action) ?? throw InvalidRoute()),
            _ => throw InvalidRoute(),
        };
    }

    private static ApiAnswer Terminate(ApiCall call)
    {
        if (!call.Account.IsHourly)
        {
            throw ApiRefusal.Forbidden();
        }

        var product = Find<Product>(call);
        call.World.Terminate(product);
        return ApiAnswer.Success("product_terminate_success");
    }

    private static ApiRefusal InvalidRoute() => new(404, "Invalid API route");
}
