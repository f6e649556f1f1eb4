namespace Dashserv.Simulator.DedicatedServers;

/// <summary>The calls that only dedicated servers have.</summary>
internal static class DedicatedServerRoutes
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("product/dedicated-server/models", c => ApiAnswer.Success(new JsonArray([.. c.World.Models.All.Select(m => m.ToJson())])));
        routes.Get("product/dedicated-server/templates", _ => ApiAnswer.Success(Templates()));
        routes.Get("product/dedicated-server/{uuid}/network", c => ApiAnswer.Success(ProductRoutes.Find<DedicatedServer>(c).NetworkJson()));
        routes.Get("product/dedicated-server/{uuid}/installation/status", InstallationStatus);
        routes.Post("product/dedicated-server/{uuid}/installation/create", Install);
        routes.GetOptional("product/dedicated-server/{uuid}/console", Console);
    }

    private static JsonObject Templates() => new(DedicatedTemplate.All.GroupBy(t => t.Group)
        .Select(g => KeyValuePair.Create(g.Key, (JsonNode?)new JsonArray([.. g.Select(t => t.ToJson())]))));

    private static ApiAnswer InstallationStatus(ApiCall call)
    {
        var server = ProductRoutes.Find<DedicatedServer>(call);
        return ApiAnswer.Success(server.Installation.ToJson(server.Mac, call.World.Now));
    }

    private static ApiAnswer Install(ApiCall call)
    {
        var (world, server) = (call.World, ProductRoutes.Find<DedicatedServer>(call));
        var key = call.Required("template");
        call.Required("hostname");
        var template = DedicatedTemplate.Find(key) ?? throw ApiRefusal.Invalid("template", key, "invalid_template");
        if (server.Installation.IsRunning)
        {
            throw ApiRefusal.Failed("Auf dem Server läuft gerade eine Installation.");
        }

        server.Turn++;
        server.IsOnline = true;
        server.Installation.Begin(world.Now, world.Options.InstallationTime);
        var fault = world.TaskFaults.Take(TaskKind.Installation, server.Uuid);
        world.After(world.Options.InstallationTime, () =>
        {
            if (fault is null)
            {
                server.Installation.Complete(template, world);
            }
            else
            {
                server.Installation.Fail(fault, template, world);
            }
        });
        return ApiAnswer.Success("dedicated_server_installation_create_success");
    }

    private static ApiAnswer Console(ApiCall call) =>
        ApiAnswer.Success(
            new JsonObject { ["url"] = $"https://console.invalid/{ProductRoutes.Find<DedicatedServer>(call).Uuid}/{call.World.NewPassword(16)}" });
}
