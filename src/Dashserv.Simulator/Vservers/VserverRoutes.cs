namespace Dashserv.Simulator.Vservers;

/// <summary>The calls that only vservers have.</summary>
internal static class VserverRoutes
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("product/vserver/image", _ => ApiAnswer.Success(new JsonArray([.. VserverImage.All.Select(i => i.ToJson())])));
        routes.Put("product/vserver/{uuid}/upgrade", VserverUpgrade.Answer);
        routes.Post("product/vserver/{uuid}/reinstall", VserverReinstall.Answer);
        routes.Post("product/vserver/{uuid}/password", Password);
        routes.Get("product/vserver/{uuid}/stats", VserverGraphs.Answer);
    }

    private static ApiAnswer Password(ApiCall call)
    {
        var server = ProductRoutes.Find<Vserver>(call);
        VserverBusy.Refuse(server, call.World.Now);
        // Done by the guest's agent, which runs only when the guest does.
        if (server.Power != PowerState.Online)
        {
            throw ApiRefusal.Failed("Der QEMU Guest Agent ist nicht erreichbar.");
        }

        var (password, task) = (call.World.NewPassword(16), VserverTask.Begin(call.World, server, TaskKind.PasswordReset));
        if (task.Effect == TaskEffect.Whole)
        {
            server.RootPassword = password;
        }

        task.End(call.World.Now);
        return ApiAnswer.Success(password);
    }
}
