namespace Dashserv.Simulator.Backups;

/// <summary>A vserver's backups. Creating one says nothing of its uuid, and at the limit silently costs the oldest.</summary>
internal static class BackupRoutes
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("product/vserver/{uuid}/backup", List);
        routes.Post("product/vserver/{uuid}/backup", Create);
        routes.Delete("product/vserver/{uuid}/backup/{backup}", Delete);
        routes.Put("product/vserver/{uuid}/backup/{backup}", Restore);
    }

    public static Backup Begin(Simulation world, Vserver server, string name)
    {
        var (ends, task) = (world.Now + world.Options.BackupTime, VserverTask.Begin(world, server, TaskKind.BackupCreate));
        var backup = new Backup(world.NewId(), name, server.Image, world.Now, ends, world.Options.BackupFinishedStatus, server.Disk * 107_374_182L)
        {
            BreaksOffAs = task.Effect == TaskEffect.Half ? task.Failure : null,
        };
        while (task.Effect != TaskEffect.None && server.Backups.Count > 0 && server.Backups.Count >= server.BackupLimit)
        {
            server.Backups.RemoveAt(0);
        }

        server.Backups.Add(backup);
        server.Lock("backup", ends);
        world.At(ends, () =>
        {
            if (task.Effect == TaskEffect.None)
            {
                server.Backups.Remove(backup);
            }

            task.End(ends);
        });
        return backup;
    }

    private static ApiAnswer List(ApiCall call) =>
        ApiAnswer.Success(new JsonArray([.. ProductRoutes.Find<Vserver>(call).Backups.Select(b => b.ToJson(call.World.Now))]));

    private static ApiAnswer Create(ApiCall call)
    {
        var server = ProductRoutes.Find<Vserver>(call);
        var name = call.Required("name");
        VserverBusy.Refuse(server, call.World.Now);
        Begin(call.World, server, name);
        return ApiAnswer.Success("vserver_create_backup_success");
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var (server, backup) = Find(call);
        VserverBusy.Refuse(server, call.World.Now);
        server.Backups.Remove(backup);
        return ApiAnswer.Success("vserver_delete_backup_success");
    }

    private static ApiAnswer Restore(ApiCall call)
    {
        var (world, (server, backup)) = (call.World, Find(call));
        VserverBusy.Refuse(server, world.Now);
        var (before, turn) = (server.Power, ++server.Turn);
        var task = VserverTask.Begin(world, server, TaskKind.BackupRestore);
        server.Lock("restore", world.Now + world.Options.RestoreTime);
        server.Switch(PowerState.Offline, world.Now);
        world.After(world.Options.RestoreTime, () =>
        {
            server.Image = task.WritesImage ? backup.Image : server.Image;
            if (server.Turn == turn && task.Effect != TaskEffect.Half)
            {
                server.Switch(before, world.Now);
            }

            task.End(world.Now);
        });
        return ApiAnswer.Success("vserver_restore_backup_success");
    }

    private static (Vserver Server, Backup Backup) Find(ApiCall call)
    {
        var server = ProductRoutes.Find<Vserver>(call);
        return (server, server.Backups.Find(b => b.Uuid == call.Route("backup")) ?? throw call.NotFound());
    }
}
