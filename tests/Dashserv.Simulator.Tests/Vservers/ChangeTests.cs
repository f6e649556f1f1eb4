namespace Dashserv.Simulator.Tests.Vservers;

public sealed class ChangeTests : SimulatorTest
{
    [Fact]
    public async Task Upgrade_ChangesSizesAndPriceAndLocksMeanwhile()
    {
        var at = $"product/vserver/{Vserver()}";

        var answer = await Put($"{at}/upgrade", ("cpu", "4"), ("ram", "16"), ("disk", "120"));
        var busy = (await Get($"{at}/status")).Data!;
        var refused = await Post($"{at}/actions/stop");
        var server = (await Get(at)).Data!;
        Clock.Advance(TimeSpan.FromSeconds(2));
        var idle = (await Get($"{at}/status")).Data!;

        Assert.Equal("vserver_upgrade_success", answer.Word);
        Assert.Equal(("upgrade", "offline"), ((string)busy["locked"]!, (string)busy["status"]!));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Contains("gesperrt (upgrade)", refused.Word, StringComparison.Ordinal);
        Assert.Equal((4, 16, 120), ((int)server["options"]!["cores"]!, (int)server["options"]!["ram"]!, (int)server["options"]!["disk"]!));
        Assert.Equal(0.17m + 2m + 5.6m + 2.4m, (decimal)server["payment"]!["price"]!);
        Assert.Equal((decimal)server["payment"]!["price"]!, (decimal)server["payment"]!["hourly"]!["price"]!["monthly"]!);
        Assert.False((bool)idle["locked"]!);
        Assert.Equal("online", (string)idle["status"]!);
    }

    [Theory]
    [InlineData("4", "16", "30", "cannot_downgrade_disk")]
    [InlineData("17", "16", "120", "upgrade_resources_exceeds_limit")]
    [InlineData("4", "65", "120", "upgrade_resources_exceeds_limit")]
    [InlineData("4", "16", "510", "upgrade_resources_exceeds_limit")]
    public async Task Upgrade_ThatFails_SaysSuccess(string cpu, string ram, string disk, string word)
    {
        var at = $"product/vserver/{Vserver()}";

        var answer = await Put($"{at}/upgrade", ("cpu", cpu), ("ram", ram), ("disk", disk));

        Assert.Equal((HttpStatusCode.OK, true, word), (answer.Status, answer.Success, answer.Word));
        Assert.Equal(1, (int)(await Get(at)).Data!["options"]!["cores"]!);
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("ram")]
    [InlineData("disk")]
    public async Task Upgrade_WithoutAField_NamesIt(string missing)
    {
        (string, string)[] fields = [("cpu", "4"), ("ram", "16"), ("disk", "120")];

        Assert.Equal($"empty_field:{missing}", (await Put($"product/vserver/{Vserver()}/upgrade", fields.With(missing, null))).Word);
    }

    [Fact]
    public async Task Reinstall_IsInstallingThenRunsTheNewImage()
    {
        var at = $"product/vserver/{Vserver()}";

        var task = await Post($"{at}/reinstall", ("image", "ubuntu20_04"));
        var busy = (await Get($"{at}/status")).Data!;
        Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(5, task.Word.Length);
        Assert.Equal(("installing", "reinstall"), ((string)busy["status"]!, (string)busy["locked"]!));
        Assert.Equal("ubuntu20_04", (string)(await Get(at)).Data!["image"]!["name"]!);
        Assert.Equal("online", (string)(await Get($"{at}/status")).Data!["status"]!);
        Assert.Equal("empty_field:image", (await Post($"{at}/reinstall")).Word);
        Assert.Equal("invalid_image", (string)(await Post($"{at}/reinstall", ("image", "dos"))).Data!["msg"]!);
    }

    [Fact]
    public async Task Password_IsNewEachTimeAndNeedsTheGuest()
    {
        var uuid = Vserver();

        var (first, second) = ((await Post($"product/vserver/{uuid}/password")).Word, (await Post($"product/vserver/{uuid}/password")).Word);
        World.Change(uuid, new() { Power = PowerState.Offline });

        Assert.NotEqual(first, second);
        Assert.Equal(16, first.Length);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Post($"product/vserver/{uuid}/password")).Status);
    }

    [Theory]
    [InlineData("hour", 60)]
    [InlineData("day", 48)]
    [InlineData("week", 56)]
    [InlineData("month", 60)]
    [InlineData("year", 52)]
    public async Task Stats_OfATimeframe_HaveTheirPoints(string timeframe, int points) =>
        Assert.Equal(points, (await Get($"product/vserver/{Vserver()}/stats?timeframe={timeframe}")).Data!.AsArray().Count);

    [Fact]
    public async Task Stats_WithoutTimeframe_AreRefused()
    {
        var uuid = Vserver();

        Assert.Equal("empty_field:timeframe", (await Get($"product/vserver/{uuid}/stats")).Word);
        Assert.Equal("invalid_timeframe", (string)(await Get($"product/vserver/{uuid}/stats?timeframe=eon")).Data!["msg"]!);
    }

    [Fact]
    public async Task Lock_FromOutside_RefusesActionsAndRevertsByItself()
    {
        var uuid = Vserver();
        World.Lock(uuid, "migration", TimeSpan.FromMinutes(5));

        Assert.Equal("migration", (string)(await Get($"product/vserver/{uuid}/status")).Data!["locked"]!);
        Assert.False((await Post($"product/vserver/{uuid}/backup", ("name", "b"))).Success);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await Post($"product/vserver/{uuid}/backup", ("name", "b"))).Success);
    }
}
