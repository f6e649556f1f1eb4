namespace Dashserv.Simulator.Vservers;

/// <summary>Changes cores, memory and disk. Its failures come as successes; the price follows at once, the server is locked while it restarts.</summary>
internal static class VserverUpgrade
{
    public static ApiAnswer Answer(ApiCall call)
    {
        var (world, server) = (call.World, ProductRoutes.Find<Vserver>(call));
        var (cores, ram, disk) = (call.RequiredNumber("cpu"), call.RequiredNumber("ram"), call.RequiredNumber("disk"));
        if (server.OrderedAs != "vserver:configure")
        {
            throw ApiRefusal.Failed("vserver_not_configurable");
        }

        VserverBusy.Refuse(server, world.Now);
        if (disk < server.Disk)
        {
            throw ApiRefusal.Disguised("cannot_downgrade_disk");
        }

        var limit = world.Options.UpgradeLimit;
        if (cores < 1 || ram < 1 || cores > limit.Cores || ram > limit.Ram || disk > limit.Disk)
        {
            throw ApiRefusal.Disguised("upgrade_resources_exceeds_limit");
        }

        var task = VserverTask.Begin(world, server, TaskKind.Upgrade);
        if (task.Effect != TaskEffect.None)
        {
            var more =
                ((cores - server.Cores) * VserverForms.PerCore) + ((ram - server.Ram) * VserverForms.PerGbRam)
                    + ((disk - server.Disk) * VserverForms.PerGbDisk);
            server.Reprice(Quote.Round(server.Payment.Price + (more * server.Payment.Multiplier)));
            (server.Cores, server.Ram, server.Disk) = (cores, ram, disk);
        }

        Restart(world, server, task);
        return ApiAnswer.Success("vserver_upgrade_success");
    }

    private static void Restart(Simulation world, Vserver server, VserverTask task)
    {
        var before = server.Power;
        var turn = ++server.Turn;
        server.Lock("upgrade", world.Now + world.Options.UpgradeTime);
        server.Switch(PowerState.Offline, world.Now);
        world.After(world.Options.UpgradeTime, () =>
        {
            if (server.Turn == turn && task.Effect != TaskEffect.Half)
            {
                server.Switch(before, world.Now);
            }

            task.End(world.Now);
        });
    }
}
