namespace Dashserv.Simulator.Tests.Vservers;

public sealed class BackupTests : SimulatorTest
{
    [Fact]
    public async Task Create_GrowsLocksAndFinishes()
    {
        var at = $"product/vserver/{Vserver()}";

        await Post($"{at}/backup", ("name", "one"));
        var started = (await Get($"{at}/backup")).Data![0]!;
        Clock.Advance(TimeSpan.FromSeconds(2));
        var half = (await Get($"{at}/backup")).Data![0]!;
        var locked = (string)(await Get($"{at}/status")).Data!["locked"]!;
        Clock.Advance(TimeSpan.FromSeconds(1));
        var done = (await Get($"{at}/backup")).Data![0]!;

        Assert.Equal(("CREATING", 1, 0L), ((string)started["status"]!, (int)started["percentage"]!, (long)started["size"]!));
        Assert.Equal(66, (int)half["percentage"]!);
        Assert.Equal("backup", locked);
        Assert.Equal(("OKAY", 100), ((string)done["status"]!, (int)done["percentage"]!));
        Assert.True((long)done["size"]! > 0);
        Assert.Equal(3, (long)done["unix"]!["finished"]! - (long)done["unix"]!["created"]!);
        Assert.False((bool)(await Get($"{at}/status")).Data!["locked"]!);
    }

    [Fact]
    public async Task Create_AtTheLimit_EvictsTheOldest()
    {
        var uuid = Vserver();
        for (var i = 1; i <= 4; i++)
        {
            Assert.Equal("vserver_create_backup_success", (await Post($"product/vserver/{uuid}/backup", ("name", $"b{i}"))).Word);
            Clock.Advance(TimeSpan.FromSeconds(3));
        }

        var product = World.State().Products.Single();
        Assert.Equal(["b2", "b3", "b4"], product.Backups);
        Assert.Equal((await Get($"product/vserver/{uuid}/backup")).Data!.AsArray().Select(b => (string)b!["uuid"]!), product.BackupUuids);
    }

    [Fact]
    public async Task Restore_LocksAndBringsTheImageBack()
    {
        var uuid = Vserver();
        var backup = World.AddBackup(uuid, "before");
        World.Change(uuid, new() { Image = "windows2019" });

        var answer = await Put($"product/vserver/{uuid}/backup/{backup}");
        var locked = (string)(await Get($"product/vserver/{uuid}/status")).Data!["locked"]!;
        var refused = await Delete($"product/vserver/{uuid}/backup/{backup}");
        Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(("vserver_restore_backup_success", "restore", false), (answer.Word, locked, refused.Success));
        Assert.Equal("debian10", (string)(await Get($"product/vserver/{uuid}")).Data!["image"]!["name"]!);
        Assert.Equal("online", (string)(await Get($"product/vserver/{uuid}/status")).Data!["status"]!);
    }

    [Fact]
    public async Task Backup_ThatIsNotThere_IsNotFoundInTheOtherSpelling()
    {
        var uuid = Vserver();

        Assert.Equal("resource_not_found", (await Delete($"product/vserver/{uuid}/backup/nosuch")).Word);
        Assert.Equal("resource_not_found", (await Put($"product/vserver/{uuid}/backup/nosuch")).Word);
        Assert.Equal("ressource_not_found", (await Get("product/vserver/nosuch/backup")).Word);
        Assert.Equal("empty_field:name", (await Post($"product/vserver/{uuid}/backup")).Word);
    }
}
