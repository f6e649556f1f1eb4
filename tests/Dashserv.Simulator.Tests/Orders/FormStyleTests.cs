namespace Dashserv.Simulator.Tests.Orders;

public sealed class FormStyleTests : SimulatorTest
{
    public static TheoryData<FormStyle, string, string> OptionNames => new()
    {
        { FormStyle.A, "vserver:configure", "cpu,ram,disk,image,name" },
        { FormStyle.B, "vserver:configure", "cores,ram,disk,os,hostname" },
        { FormStyle.C, "vserver:configure", "cpu,ram,disk,image,virtualization,ipv4,bandwidth,traffic" },
        { FormStyle.A, "dedicated-server:h5HGC", "cpu,ram,disk,traffic,bandwidth,os" },
        { FormStyle.B, "dedicated-server:h5HGC", "cpu,ram,disk,traffic,bandwidth,os,hostname" },
        { FormStyle.C, "webhosting", "domain,webspace,php" },
    };

    [Theory]
    [MemberData(nameof(OptionNames))]
    public async Task Form_OfAStyle_HasItsOwnOptionNames(FormStyle style, string product, string names)
    {
        World.Reset(new() { FormStyle = style });

        var form = (await Get($"manage/product/{product}")).Data!;

        Assert.Equal(names, string.Join(',', form["options"]!.AsObject().Select(o => o.Key)));
        Assert.Equal("options", (string)form["type"]!);
    }

    [Fact]
    public async Task Form_OfStyleB_KeysItsChoices()
    {
        World.Reset(new() { FormStyle = FormStyle.B });

        var options = (await Get("manage/product/vserver:configure")).Data!["options"]!;

        Assert.Equal("Debian 11 - Eingeschränkt", (string)options["os"]!["options"]!["debian11"]!["display"]!);
        Assert.Equal("select", (string)options["cores"]!["type"]!);
    }

    [Fact]
    public async Task Form_OfStyleC_HidesAndFixesOptionsThatMustBeSentAllTheSame()
    {
        World.Reset(new() { FormStyle = FormStyle.C });

        var options = (await Get("manage/product/vserver:configure")).Data!["options"]!;
        var without = await Post("manage/product/vserver:configure", Samples.VserverC.With("data[virtualization]", null));

        Assert.False((bool)options["virtualization"]!["visible"]!);
        Assert.False((bool)options["bandwidth"]!["changeable"]!);
        Assert.Equal((int)options["bandwidth"]!["options"]!["min"]!, (int)options["bandwidth"]!["options"]!["max"]!);
        Assert.Equal("empty_field:virtualization", without.Word);
    }

    [Fact]
    public async Task Packages_HaveContentAndCostAndAreOrderedByName()
    {
        var options = (await Get("manage/product/vserver")).Data!["options"]!;
        var uuid = await Delivered("vserver", Samples.PackageA);
        var server = (await Get($"product/vserver/{uuid}")).Data!;

        Assert.Equal("2 vCore", (string)options["options"]!["M"]!["contentItems"]!["cpu"]!["content"]!);
        Assert.NotNull(options["additional"]!["image"]);
        Assert.Equal((2, 4, 80), ((int)server["options"]!["cores"]!, (int)server["options"]!["ram"]!, (int)server["options"]!["disk"]!));
        Assert.Equal((decimal)options["options"]!["M"]!["cost"]!, (decimal)server["payment"]!["price"]!);
        Assert.Equal("invalid_option", (string)(await Post("manage/product/vserver", Samples.PackageA.With("data[package]", "XXL"))).Data!["msg"]!);
        Assert.Equal("vserver_not_configurable", (await Put($"product/vserver/{uuid}/upgrade", ("cpu", "4"), ("ram", "8"), ("disk", "80"))).Word);
    }

    [Theory]
    [InlineData(FormStyle.B, "b-test", 2, "debian11")]
    [InlineData(FormStyle.C, "vserver-", 1, "debian11")]
    public async Task Order_OfAnotherStyle_IsUnderstood(FormStyle style, string name, int cores, string image)
    {
        World.Reset(new() { FormStyle = style });

        var uuid = await Delivered("vserver:configure", style == FormStyle.B ? Samples.VserverB : Samples.VserverC);
        var server = (await Get($"product/vserver/{uuid}")).Data!;

        Assert.StartsWith(name, (string)server["name"]!, StringComparison.Ordinal);
        Assert.Equal((cores, image), ((int)server["options"]!["cores"]!, (string)server["image"]!["name"]!));
    }

    [Fact]
    public async Task DedicatedServer_OfStyleB_ComesInstalled()
    {
        World.Reset(new() { FormStyle = FormStyle.B });

        var uuid = await Delivered("dedicated-server:h5HGC", Samples.DedicatedB);

        var installation = (await Get($"product/dedicated-server/{uuid}/installation/status")).Data!;
        Assert.Equal("Debian 11 (Bullseye)", (string)installation["os"]!);
        Assert.Equal(8, ((string)installation["ssh"]!["root"]!).Length);
    }

    [Theory]
    [InlineData(LocationStyle.One, "NL")]
    [InlineData(LocationStyle.Several, "NL,NL,DE")]
    public async Task Locations_AreOneOrSeveral(LocationStyle style, string countries)
    {
        World.Reset(new() { Locations = style });

        var locations = (await Get("manage/product/vserver")).Data!["locations"]!.AsArray();

        Assert.Equal(countries, string.Join(',', locations.Select(l => (string)l!["country"]!)));
    }

    [Fact]
    public async Task Webhosting_IsOrderedListedAndTerminatedLikeAnyProduct()
    {
        var uuid = await Delivered("webhosting", Samples.Webhosting);

        var product = (await Get("product/webhosting")).Data![0]!;

        Assert.Equal(("example.com", "okay", 2.25m), ((string)product["name"]!, (string)product["status"]!, (decimal)product["payment"]!["price"]!));
        Assert.True((await Get($"product/webhosting/{uuid}/status")).Success);
        Assert.Equal("product_terminate_success", (await Delete($"product/webhosting/{uuid}")).Word);
        Assert.Equal("ressource_not_found", (await Get($"product/webhosting/{uuid}")).Word);
    }
}
