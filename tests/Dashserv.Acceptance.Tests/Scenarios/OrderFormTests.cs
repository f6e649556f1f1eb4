using Dashserv.Simulator.Forms;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Order forms differ in names, kinds and hidden options; one configuration fits all that offer what it asks for.</summary>
public sealed class OrderFormTests : AcceptanceTest
{
    public static TheoryData<string, FormStyle> ClisAndForms { get; } = new()
    {
        { Cli.Terraform, FormStyle.A }, { Cli.Terraform, FormStyle.B }, { Cli.Terraform, FormStyle.C },
        { Cli.OpenTofu, FormStyle.A }, { Cli.OpenTofu, FormStyle.B }, { Cli.OpenTofu, FormStyle.C },
    };

    [Theory, MemberData(nameof(ClisAndForms))]
    public async Task Vserver_OnEveryForm_IsOrderedAndResizedTheSame(string cli, FormStyle style)
    {
        // Style C cannot name a server.
        var name = style == FormStyle.C ? null : "web";
        await using var scenario =
            await Scenario.StartAsync(cli, Vserver(name: name, image: "Debian 11 - Eingeschränkt"), Scenario.Quick with { FormStyle = style });
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((1, 2, 40, "debian11"), (scenario.Server.Cores, scenario.Server.Ram, scenario.Server.Disk, scenario.Server.Image));
        await scenario.ApplyAsync(Vserver(cores: 4, ram: 8, disk: 80, name: name), thenEmpty: true);
        Assert.Equal((4, 8, 80), (scenario.Server.Cores, scenario.Server.Ram, scenario.Server.Disk));
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Name_WhereTheFormHasNone_IsRefusedWithWhatItHas(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(), Scenario.Quick with { FormStyle = FormStyle.C });
        (await scenario.RunAsync("plan")).Failed("name", "bandwidth");
        Assert.Equal(0, scenario.OrdersPlaced);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Values_OutsideTheForm_AreRefusedInThePlanWithWhatIsAllowed(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        (await scenario.Write(Vserver(cores: 99)).RunAsync("plan")).Failed("cores", "1 to 16");
        (await scenario.Write(Vserver(disk: 45)).RunAsync("plan")).Failed("disk", "steps of 10");
        (await scenario.Write(Vserver(image: "debain11")).RunAsync("plan")).Failed("image", "Debian 11 - Eingeschränkt");
        (await scenario.Write(Vserver(location: "NL")).RunAsync("plan")).Failed("location", "Ambiguous", "kc7aV");
        (await scenario.Write(Vserver(location: null)).RunAsync("plan")).Failed("A location is needed", "kc7aV");
        (await scenario.Write(Vserver(cores: null)).RunAsync("validate")).Failed("cores is needed");
        Assert.Equal(0, scenario.OrdersPlaced);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Location_WhereThereIsOne_CanBeLeftOut(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(location: null), Scenario.Quick with { Locations = LocationStyle.One });
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Wording_OfLocationAndImage_IsNoChange(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        foreach (var (image, location) in new[] { ("Debian 11 - Eingeschränkt", "kc7aV"), ("DEBIAN11", "skylink, eygelshoven") })
        {
            await scenario.Write(Vserver(image: image, location: location)).NothingToDoAsync();
        }

        await scenario.EndAsync();
    }
}
