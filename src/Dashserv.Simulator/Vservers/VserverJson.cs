namespace Dashserv.Simulator.Vservers;

/// <summary>A vserver as the lists and GET show it.</summary>
internal static class VserverJson
{
    public static JsonObject Of(Vserver server, JsonObject payment) => new()
    {
        ["uuid"] = server.Uuid,
        ["userid"] = server.Account.Customer,
        ["name"] = server.Name,
        ["options"] = new JsonObject
        {
            ["ram"] = server.Ram,
            ["cores"] = server.Cores,
            ["disk"] = server.Disk,
            ["image"] = server.ToldImage?.ToJson(),
        },
        ["payment"] = payment,
        ["status"] = server.Status,
        ["image"] = server.ToldImage?.ToJson(),
        ["unix"] = server.Ready.ToUnixTimeSeconds(),
        ["location"] = server.Location.ToJson(),
        ["limits"] = new JsonObject { ["backups"] = server.BackupLimit, ["snapshot"] = 5 },
        ["network"] = server.Network.ToJson(server),
    };
}
