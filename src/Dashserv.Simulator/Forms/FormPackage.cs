namespace Dashserv.Simulator.Forms;

/// <summary>A ready-made size, chosen by its name.</summary>
internal sealed record FormPackage(string Name, decimal Cost, int Cores, int Ram, int Disk)
{
    public JsonObject ToJson() => new()
    {
        ["contentItems"] = new JsonObject
        {
            ["cpu"] = new JsonObject { ["content"] = $"{Cores} vCore" },
            ["ram"] = new JsonObject { ["content"] = $"{Ram} GB RAM" },
            ["disk"] = new JsonObject { ["content"] = $"{Disk} GB SSD" },
        },
        ["cost"] = Price.Number(Cost),
    };
}
