namespace Dashserv.Simulator.Vservers;

/// <summary>Writes a new image over the disk: stopped at once, <c>installing</c> and locked meanwhile, then booted.</summary>
internal static class VserverReinstall
{
    public static ApiAnswer Answer(ApiCall call)
    {
        var (world, server) = (call.World, ProductRoutes.Find<Vserver>(call));
        var name = call.Required("image");
        var image = VserverImage.Find(name) ?? throw ApiRefusal.Invalid("image", name, "invalid_image");
        VserverBusy.Refuse(server, world.Now);
        var task = VserverTask.Begin(world, server, TaskKind.Reinstall);
        var before = server.Power;
        server.Turn++;
        server.Switch(PowerState.Installing, world.Now);
        server.Lock("reinstall", world.Now + world.Options.ReinstallTime);
        world.After(world.Options.ReinstallTime, () =>
        {
            server.Image = task.WritesImage ? image : server.Image;
            server.Switch(task.Effect switch { TaskEffect.None => before, TaskEffect.Half => PowerState.Offline, _ => PowerState.Online }, world.Now);
            task.End(world.Now);
        });
        return ApiAnswer.Success(world.NewId());
    }
}
