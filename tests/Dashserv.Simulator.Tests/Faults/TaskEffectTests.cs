namespace Dashserv.Simulator.Tests.Faults;

/// <summary>What a task that ended in failure has done all the same.</summary>
public sealed class TaskEffectTests : TaskFaultTest
{
    [Theory]
    [InlineData("start", TaskEffect.None, "offline")]
    [InlineData("start", TaskEffect.Whole, "online")]
    [InlineData("shutdown", TaskEffect.None, "online")]
    [InlineData("shutdown", TaskEffect.Whole, "offline")]
    [InlineData("stop", TaskEffect.None, "online")]
    [InlineData("stop", TaskEffect.Whole, "offline")]
    [InlineData("restart", TaskEffect.None, "online")]
    [InlineData("restart", TaskEffect.Half, "offline")]
    [InlineData("restart", TaskEffect.Whole, "online")]
    [InlineData("reset", TaskEffect.None, "online")]
    [InlineData("reset", TaskEffect.Half, "offline")]
    [InlineData("reset", TaskEffect.Whole, "online")]
    public async Task Power_Fails_LeavesWhatWasDone(string kind, TaskEffect effect, string state)
    {
        var uuid = Prepare(kind);
        Clock.Advance(TimeSpan.FromHours(1));
        World.FailTasks(new TaskFault { Task = KindOf(kind), Effect = effect });

        await BeginAsync(kind, uuid);
        Clock.Advance(AllTasks);
        var status = (await Get($"product/vserver/{uuid}/status")).Data!;

        Assert.Equal((state, "ERROR"), ((string)status["status"]!, (await TheTaskAsync(uuid)).Status));
        // One that is said not to have been restarted has run on.
        Assert.Equal(effect == TaskEffect.None && state == "online", (int)status["stats"]!["uptime"]! > 3600);
    }

    [Theory]
    [InlineData("reinstall", TaskEffect.None, false, "online", Old)]
    [InlineData("reinstall", TaskEffect.None, true, "online", Old)]
    [InlineData("reinstall", TaskEffect.Half, false, "offline", Old)]
    [InlineData("reinstall", TaskEffect.Half, true, "offline", New)]
    [InlineData("reinstall", TaskEffect.Whole, false, "online", New)]
    [InlineData("backup_restore", TaskEffect.None, false, "online", Old)]
    [InlineData("backup_restore", TaskEffect.None, true, "online", Old)]
    [InlineData("backup_restore", TaskEffect.Half, false, "offline", Old)]
    [InlineData("backup_restore", TaskEffect.Half, true, "offline", New)]
    [InlineData("backup_restore", TaskEffect.Whole, false, "online", New)]
    public async Task Disk_WrittenBadly_HasTheImageThatWasChosen(string kind, TaskEffect effect, bool isNew, string state, string image)
    {
        var uuid = Prepare(kind);
        World.FailTasks(new TaskFault { Task = KindOf(kind), Effect = effect, NewImage = isNew });

        await BeginAsync(kind, uuid);
        var meanwhile = (await Get($"product/vserver/{uuid}/status")).Data!;
        Clock.Advance(AllTasks);

        Assert.NotEqual("online", (string)meanwhile["status"]!);
        Assert.Equal((state, image), (await StateAsync(uuid), (string)(await Get($"product/vserver/{uuid}")).Data!["image"]!["name"]!));
        Assert.Equal("ERROR", (await TheTaskAsync(uuid)).Status);
    }

    [Fact]
    public async Task Reinstall_OfOneThatIsOffFailsWithoutEffect_LeavesItOff()
    {
        var uuid = Vserver();
        World.Change(uuid, new ProductChange { Power = PowerState.Offline });
        World.FailTasks(new TaskFault { Task = TaskKind.Reinstall });

        await BeginAsync("reinstall", uuid);
        Clock.Advance(AllTasks);

        Assert.Equal("offline", await StateAsync(uuid));
    }

    [Theory]
    [InlineData(TaskEffect.None, 1, 2, 40, "online")]
    [InlineData(TaskEffect.Half, 4, 8, 80, "offline")]
    [InlineData(TaskEffect.Whole, 4, 8, 80, "online")]
    public async Task Upgrade_Fails_HasItsSizesAndPriceOrNot(TaskEffect effect, int cores, int ram, int disk, string state)
    {
        var uuid = Vserver();
        var before = World.State().MonthlyPrice;
        World.FailTasks(new TaskFault { Task = TaskKind.Upgrade, Effect = effect });

        await BeginAsync("upgrade", uuid);
        Clock.Advance(AllTasks);
        var product = World.State().Products.Single();

        Assert.Equal((cores, ram, disk), (product.Cores, product.Ram, product.Disk));
        Assert.Equal(effect != TaskEffect.None, product.MonthlyPrice > before);
        Assert.Equal(state, await StateAsync(uuid));
    }

    [Fact]
    public async Task BackupCreate_FailsWithoutEffect_VanishesAndCostsNoOther()
    {
        var uuid = Vserver();
        string[] before = [.. Enumerable.Range(1, 3).Select(i => World.AddBackup(uuid, $"b{i}"))];
        World.FailTasks(new TaskFault { Task = TaskKind.BackupCreate });

        await BeginAsync("backup_create", uuid);
        var meanwhile = (await Get($"product/vserver/{uuid}/backup")).Data!.AsArray();
        Clock.Advance(AllTasks);

        Assert.Equal("CREATING", (string)meanwhile[3]!["status"]!);
        Assert.Equal(before, World.State().Products.Single().BackupUuids);
    }

    [Fact]
    public async Task BackupCreate_BreaksOff_StaysUnfinished()
    {
        var uuid = Vserver();
        World.FailTasks(new TaskFault { Task = TaskKind.BackupCreate, Effect = TaskEffect.Half, Status = "FAILED" });

        await BeginAsync("backup_create", uuid);
        Clock.Advance(AllTasks);
        var backup = (await Get($"product/vserver/{uuid}/backup")).Data!.AsArray().Single()!;

        Assert.Equal(("FAILED", 99, 0L, null), ((string)backup["status"]!, (int)backup["percentage"]!, (long)backup["size"]!, backup["unix"]!["finished"]));
    }

    [Fact]
    public async Task BackupCreate_CalledAFailure_IsThereAllTheSame()
    {
        var uuid = Vserver();
        World.FailTasks(new TaskFault { Task = TaskKind.BackupCreate, Effect = TaskEffect.Whole });

        await BeginAsync("backup_create", uuid);
        Clock.Advance(AllTasks);
        var backup = (await Get($"product/vserver/{uuid}/backup")).Data!.AsArray().Single()!;

        Assert.Equal(("OKAY", 100, "ERROR"), ((string)backup["status"]!, (int)backup["percentage"]!, (await TheTaskAsync(uuid)).Status));
    }

    [Theory]
    [InlineData(TaskEffect.None, false)]
    [InlineData(TaskEffect.Whole, true)]
    public async Task PasswordReset_Fails_AnswersOneThatMayNotWork(TaskEffect effect, bool works)
    {
        var uuid = Vserver();
        var first = (await Post($"product/vserver/{uuid}/password")).Word;
        World.FailTasks(new TaskFault { Task = TaskKind.PasswordReset, Effect = effect });

        var second = (await Post($"product/vserver/{uuid}/password")).Word;

        Assert.Equal((16, works ? second : first), (second.Length, World.State().Products.Single().Passwords["root"]));
    }

    [Theory]
    [InlineData(TaskEffect.None, "Debian 8 (Jessie)")]
    [InlineData(TaskEffect.Half, null)]
    [InlineData(TaskEffect.Whole, "Debian 10 (Buster)")]
    public async Task Installation_Fails_HasWhatWasDoneAndItsLog(TaskEffect effect, string? os)
    {
        var uuid = await DedicatedServer();
        World.Change(uuid, new ProductChange { Image = "262" });
        World.FailTasks(new TaskFault { Task = TaskKind.Installation, Effect = effect, Log = "no medium" });

        var meanwhile = await InstallAsync(uuid);
        Clock.Advance(AllTasks);
        var status = (await Get($"product/dedicated-server/{uuid}/installation/status")).Data!;

        Assert.Null(meanwhile["os"]);
        Assert.Equal((false, os, "no medium"), ((bool)status["installation"]!, (string?)status["os"], (string)status["log"]!));
        Assert.Equal(os is null, status["ssh"] is null);
    }

    [Fact]
    public async Task Installation_WithoutEnd_RunsForEver()
    {
        var uuid = await DedicatedServer();
        World.FailTasks(new TaskFault { Task = TaskKind.Installation, Effect = TaskEffect.Half, Ends = false });

        await InstallAsync(uuid);
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.True((bool)(await Get($"product/dedicated-server/{uuid}/installation/status")).Data!["installation"]!);
    }
}
