namespace Figures;

/// <summary>Two workspaces with as many resources each: servers that exist, and Terraform's own. A plan has nothing to do in either.</summary>
internal sealed class Fleet(Terraform terraform, Simulator simulator)
{
    private string _oneServer = "";
    private string _oneData = "";

    /// <summary>One of each, applied for real; the others are made from them.</summary>
    public async Task<FleetSize> ApplyOneAsync()
    {
        _oneServer = terraform.Workspace("vservers-1", Modules.Vservers("one", 1));
        _oneData = terraform.Workspace("data-1", Modules.TerraformData(1));
        await terraform.ApplyAsync(_oneServer);
        await terraform.ApplyAsync(_oneData);
        return new FleetSize(1, _oneServer, _oneData);
    }

    public async Task<FleetSize> CreateAsync(int count, bool refresh)
    {
        var prefix = $"fleet{count}";
        var uuids = await simulator.SeedAsync(prefix, count);
        var servers = terraform.Workspace($"vservers-{count}", Modules.Vservers(prefix, count));
        StateFile.Multiply(_oneServer, servers, count, (attributes, i) => (attributes["id"], attributes["name"]) = (uuids[i], $"{prefix}-{i + 1}"));
        var data = terraform.Workspace($"data-{count}", Modules.TerraformData(count));
        StateFile.Multiply(_oneData, data, count, (attributes, i) =>
        {
            attributes["id"] = $"00000000-0000-0000-0000-{i:000000000000}";
            attributes["input"]!["value"] = $"data-{i + 1}";
            attributes["output"]!["value"] = $"data-{i + 1}";
        });

        // The copies still have the first one's addresses and dates, which a plan takes in passing.
        if (refresh)
        {
            await terraform.RefreshAsync(servers);
        }

        return new FleetSize(count, servers, data);
    }

    /// <summary>As many resources of Terraform's own, each of which holds what a server has in the state.</summary>
    public async Task<string> CreateSameContentAsync(int count)
    {
        var attributes = StateFile.Attributes(_oneServer);
        var one = terraform.Workspace("content-1", Modules.SameContent(1, attributes));
        await terraform.ApplyAsync(one);
        var all = terraform.Workspace($"content-{count}", Modules.SameContent(count, attributes));
        StateFile.Multiply(one, all, count, (values, i) => values["id"] = $"00000000-0000-0000-0000-{i:000000000000}");
        return all;
    }
}
