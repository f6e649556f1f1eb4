using CoreHarness;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary><c>image</c>, by whichever of its names, in whichever form.</summary>
public sealed class VserverImageTests
{
    private const string Images =
        """{"success":true,"data":[{"name":"debian11","displayName":"Debian 11"},{"name":"debian11_lts","displayName":"Debian 11"},{"name":"debian10","displayName":"Debian 10"}]}""";

    private const string Form =
        """
        {"success":true,"data":{"uuid":"c0nFg","name":"vserver:configure","type":"options","available":true,
        "locations":[{"uuid":"d3FrA","country":"DE","priceMultiplier":1}],
        "options":{"image":{"type":"select","options":[{"display":"Debian 11"},{"display":"Debian-11"},{"display":"Debian 10"}]},"name":{"type":"text"},
        "cpu":{"type":"number","options":{"min":1,"max":16}},"ram":{"type":"number","options":{"min":1,"max":64}},"disk":{"type":"number","options":{"min":20,"max":500}}},
        "pricing":{"periods":[],"defaultPeriod":null}}}
        """;

    [Theory]
    [InlineData(FormStyle.A, "debian11", "2")]
    [InlineData(FormStyle.A, "DEBIAN 11", "2")]
    [InlineData(FormStyle.A, "Debian 11 - Eingeschränkt", "2")]
    [InlineData(FormStyle.A, "windows2019", "8")]
    [InlineData(FormStyle.B, "debian11", "debian11")]
    [InlineData(FormStyle.B, "Debian 11 - Eingeschränkt", "debian11")]
    [InlineData(FormStyle.B, "Windows Server 2019", "windows2019")]
    public async Task Create_Image_IsFoundByEitherName(FormStyle style, string image, string sent)
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { FormStyle = style });
        var config = TestVserver.Config.With("image", image);
        var server = await world.CreateVserverAsync(config);
        Assert.Equal((image, sent), (server["image"], world.TheOrder()[style == FormStyle.B ? "os" : "image"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData(FormStyle.A, "beos5")]
    [InlineData(FormStyle.B, "beos5")]
    [InlineData(FormStyle.B, "debian")]
    [InlineData(FormStyle.B, "2")]
    public async Task Plan_NoSuchImage_ListsTheChoicesByTheNameToWrite(FormStyle style, string image)
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { FormStyle = style });
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("image", image))).Diagnostics);
        Assert.Equal(("Invalid value for image", "image"), (error.Summary, error.Path.ToString()));
        Assert.Contains($"no choice \"{image}\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("\"Debian 10 (debian10)\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("\"Ubuntu 20.04 (ubuntu20_04)\"", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("99")]
    public async Task Plan_IndexOfAList_IsNoImagesName(string image)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("image", image))).Diagnostics);
        Assert.Equal(("Invalid value for image", "image"), (error.Summary, error.Path.ToString()));
    }

    [Fact]
    public async Task Plan_NoImage_IsDemandedWithTheChoices()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.Without("image"))).Diagnostics);
        Assert.Equal(("image is needed", "image"), (error.Summary, error.Path.ToString()));
        Assert.Contains("Debian 10", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_AmbiguousChoice_ListsTheCandidates()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule
        {
            Path = "/v1/manage/product/vserver:configure",
            Method = "GET",
            Status = 200,
            Text = Form,
        });
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("image", "debian11"))).Diagnostics);
        Assert.Equal("image", error.Path.ToString());
        Assert.Contains("\"Debian 11 (0)\", \"Debian-11 (1)\"", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Debian 10", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reinstall_AmbiguousDisplayName_ListsTheNames()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("image", "debian10").With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        await world.ConfigureAsync();
        world.Simulator.Faults.Add(new FaultRule { Path = "/v1/product/vserver/image", Times = 0, Status = 200, Text = Images });
        var error = ProviderWorld.TheError((await server.PlanAsync(config.With("image", "Debian 11"))).Diagnostics);
        Assert.Equal(("Ambiguous image", "image"), (error.Summary, error.Path.ToString()));
        Assert.Contains("Allowed: \"debian11\", \"debian11_lts\".", error.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Writes());
    }
}
