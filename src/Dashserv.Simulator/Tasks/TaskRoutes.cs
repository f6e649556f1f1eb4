namespace Dashserv.Simulator.Tasks;

/// <summary>A vserver's tasks, done and planned.</summary>
internal static class TaskRoutes
{
    private static readonly string[] Commands = ["RESTART", "BACKUP", "SHUTDOWN", "START"];

    public static void Map(ApiRoutes routes)
    {
        routes.Get("product/vserver/{uuid}/tasks", c => Array(ProductRoutes.Find<Vserver>(c).Tasks.Select(t => t.ToJson())));
        routes.Get("product/vserver/{uuid}/tasks/scheduled", c => Array(ProductRoutes.Find<Vserver>(c).ScheduledTasks.Select(t => t.ToJson())));
        routes.Post("product/vserver/{uuid}/tasks/scheduled", Create);
        routes.Delete("product/vserver/{uuid}/tasks/scheduled", Delete);
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var (world, server) = (call.World, ProductRoutes.Find<Vserver>(call));
        var interval = call.Required("interval");
        var command = call.Required("command");
        if (!TaskInterval.Exists(interval))
        {
            throw ApiRefusal.Invalid("interval", interval, "invalid_interval");
        }

        if (!Commands.Contains(command))
        {
            throw ApiRefusal.Invalid("command", command, "invalid_command");
        }

        var first = world.Now;
        if (call.Field("nextexecution") is { } text && !BerlinTime.TryParse(text, out first))
        {
            throw ApiRefusal.Invalid("nextexecution", text, "invalid_date");
        }

        var task = new ScheduledTask(world.NewId(), interval, command, world.Now, first);
        server.ScheduledTasks.Add(task);
        task.Schedule(world, server);
        return ApiAnswer.Success("vserver_scheduled_task_create_success");
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var server = ProductRoutes.Find<Vserver>(call);
        var uuid = call.Required("taskuuid");
        if (server.ScheduledTasks.RemoveAll(t => t.Uuid == uuid) == 0)
        {
            throw call.NotFound();
        }

        return ApiAnswer.Success("vserver_scheduled_task_delete_success");
    }

    private static ApiAnswer Array(IEnumerable<JsonObject> items) => ApiAnswer.Success(new JsonArray([.. items]));
}
