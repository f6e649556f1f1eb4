using CoreHarness;

namespace Dashserv.Provider.Tests.Inventory;

/// <summary>What is no id is told as such, wherever it is given: it becomes no part of a URL, and ends in no stack trace.</summary>
public sealed class IdTests
{
    private static readonly string[] Bad =
    [
        ".", "..", "../x", "a/b/c", "a b", "a?b", "a#b", "%2e%2e", "a\nb", "a\"}", "${x}", "ünïcode", new('x', 65), new('x', 5_000),
    ];

    public static TheoryData<string, string> Imports =>
    [
        .. from type in (string[])["dashserv_vserver", "dashserv_dedicated_server", "dashserv_vserver_password"]
           from id in Bad
           select new TheoryDataRow<string, string>(type, id),
        .. from type in (string[])["dashserv_backup", "dashserv_scheduled_task", "dashserv_backup_restore", "dashserv_product"]
           from id in Bad.SelectMany(id => (string[])[id, $"{id}/x", $"webhosting/{id}"])
           select new TheoryDataRow<string, string>(type, id),
    ];

    [Theory]
    [MemberData(nameof(Imports))]
    public async Task Import_NoId_IsRefusedWithoutACall(string type, string id)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Resource(type).ImportAsync(id));
        Assert.Equal("Invalid id", error.Summary);
        Assert.True(error.Detail.Length < 400);
        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    [Theory]
    [InlineData("dashserv_backup", "vserver_id")]
    [InlineData("dashserv_scheduled_task", "vserver_id")]
    [InlineData("dashserv_vserver_password", "vserver_id")]
    [InlineData("dashserv_backup_restore", "vserver_id")]
    [InlineData("dashserv_backup_restore", "backup_id")]
    [InlineData("dashserv_dedicated_server", "model")]
    [InlineData("dashserv_product", "product")]
    public async Task Attribute_NoId_IsRefusedOnIt(string type, string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        foreach (var id in Bad)
        {
            var config = Config.Of(("vserver_id", "lLPgX"), ("backup_id", "Nl8cU"), ("name", "x"), ("interval", "DAILY"), ("command", "START"));
            var found = await world.Core.ValidateResourceAsync(type, Known(type, config).With(attribute, id));
            Assert.Single(found, d => d.Path.ToString() == attribute && d.Detail.Contains("is not ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("dashserv_vserver", "id")]
    [InlineData("dashserv_order_form", "product")]
    [InlineData("dashserv_quote", "product")]
    public async Task DataSource_NoId_IsRefusedOnIt(string type, string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        foreach (var id in Bad)
        {
            var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(type, Config.Of((attribute, id)))).Diagnostics);
            Assert.Equal(attribute, error.Path.ToString());
        }

        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    private static Config Known(string type, Config all) => type switch
    {
        "dashserv_backup" => all.Without("backup_id").Without("interval").Without("command"),
        "dashserv_scheduled_task" => all.Without("backup_id").Without("name"),
        "dashserv_vserver_password" => Config.Of(("vserver_id", "lLPgX")),
        "dashserv_backup_restore" => Config.Of(("vserver_id", "lLPgX"), ("backup_id", "Nl8cU")),
        "dashserv_dedicated_server" => Config.Of(("model", "h5HGC")),
        _ => Config.Of(("product", "webhosting")),
    };
}
