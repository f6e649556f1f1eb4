using System.Text.Json.Nodes;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>Servers that are not paid for, or were cancelled: no plan says "No changes" and nothing else.</summary>
public sealed class EndingProductTests
{
    [Theory]
    [InlineData("LOCKED")]
    [InlineData("suspended")]
    public async Task Status_Locked_IsWarnedOf(string status)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { Status = status });
        await world.ConfigureAsync();
        var warning = Assert.Single(await server.RefreshAsync());
        Assert.Equal((Severity.Warning, "A product is locked"), (warning.Severity, warning.Summary));
        Assert.Contains("customer panel", warning.Detail, StringComparison.Ordinal);
        Assert.True(server.Exists);
    }

    [Theory]
    [InlineData("{\"unix\":1924988400}")]
    [InlineData("1924988400")]
    [InlineData("\"31.12.2030\"")]
    public async Task Deletion_Planned_IsWarnedOfInTheApisWords(string deletion)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await world.TamperAsync($"product/vserver/{server["id"]}", product => product["payment"]!["deletion"] = JsonNode.Parse(deletion));
        await world.ConfigureAsync();
        var warning = Assert.Single(await server.RefreshAsync());
        Assert.Equal("A product is going to be deleted", warning.Summary);
        Assert.Contains(deletion.Contains("1924988400", StringComparison.Ordinal) ? "1924988400" : "31.12.2030", warning.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("[]")]
    public async Task Deletion_None_IsNoNews(string deletion)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await world.TamperAsync($"product/vserver/{server["id"]}", product => product["payment"]!["deletion"] = JsonNode.Parse(deletion));
        await world.ConfigureAsync();
        Assert.Empty(await server.RefreshAsync());
    }
}
