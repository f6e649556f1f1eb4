namespace Dashserv.Simulator.Forms;

/// <summary>GET manage/product/{product}.</summary>
internal static class FormRoutes
{
    public static void Map(ApiRoutes routes) => routes.Get("manage/product/{product}", Get);

    public static ProductForm Find(ApiCall call) => call.World.Forms.Find(call.Route("product")) ?? throw call.ProductNotFound();

    private static ApiAnswer Get(ApiCall call) => ApiAnswer.Success(Find(call).ToJson());
}
