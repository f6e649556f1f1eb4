using Dashserv.Api.Models;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Models;

public sealed class DedicatedServerFixtureTests
{
    [Fact]
    public async Task ListAsyncAndGetAsync_Samples_LoseNothing()
    {
        using var given = Given.Answering("dedicated-server-list");
        given.Api.Answer(Given.Fixture("dedicated-server-get"));

        Check(Assert.Single(await given.Client.DedicatedServers.ListAsync(Given.CancellationToken)));
        Check(await given.Client.DedicatedServers.GetAsync("o3qzt", Given.CancellationToken));

        Assert.Equal(["GET /v1/product/dedicated-server", "GET /v1/product/dedicated-server/o3qzt"], given.Api.Requests.Select(static request => request.Line));
    }

    [Fact]
    public async Task ModelsAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("dedicated-server-models");

        var models = await given.Client.DedicatedServers.ModelsAsync(Given.CancellationToken);

        Assert.Equal([("Fzasc", false, 2L), ("BSDcu", true, 1L)], models.Select(static model => (model.Uuid, model.AllowsPreorder, model.Stock)));
        Assert.Equal(
            ("dedicated-server:Fzasc", "Intel Xeon E3-1230v2 - 32 GB RAM - 1x 250 GB SSD", 35m, 0m),
            (models[0].Product, models[0].DisplayName, models[0].MonthlyPrice, models[0].SetupPrice));
    }

    [Fact]
    public async Task TemplatesAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("dedicated-server-templates");

        var templates = await given.Client.DedicatedServers.TemplatesAsync(Given.CancellationToken);

        Assert.Equal(7, templates.Count);
        Assert.Equal(new Template { Id = "295", Name = "Debian 11 (Bullseye)", Distribution = "debian" }, templates[6]);
    }

    [Fact]
    public async Task StatusAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("dedicated-server-status");

        Assert.Equal(new ProductStatus { Status = "online" }, await given.Client.DedicatedServers.StatusAsync("o3qzt", Given.CancellationToken));
    }

    [Fact]
    public async Task NetworkAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("dedicated-server-network");

        var addresses = await given.Client.DedicatedServers.NetworkAsync("o3qzt", Given.CancellationToken);

        Assert.Equal(2, addresses.Count);
        Assert.Equal(
            new IpAddress
            {
                Uuid = "p7StX",
                Ip = "185.117.1.71",
                Type = "IPv4",
                Status = "AVAILABLE",
                HasAlert = true,
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1624144752),
                AssignedAt = DateTimeOffset.FromUnixTimeSeconds(1640356007),
                Subnet =
                    new Subnet
                    {
                        Uuid = "uJf4L",
                        Status = "AVAILABLE",
                        NetAddress = "123.456.7.89",
                        Prefix = 27,
                        Netmask = "255.255.255.224",
                        Gateway = "123.456.7.89"
                    },
            },
            addresses[1]);
        Assert.Equal(("only_on", "dynamic"), (addresses[0].Layer7, addresses[0].Layer4));
    }

    [Fact]
    public async Task InstallationStatusAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("dedicated-server-installation-status");

        var status = await given.Client.DedicatedServers.InstallationStatusAsync("o3qzt", Given.CancellationToken);

        Assert.Equal((false, null, "Proxmox VE 6", "1E:59:E5:28:25:19"), (status.IsInstalling, status.Log, status.Os, status.Mac));
        Assert.Equal([new("root", "pVwkVa2G"), new("user", "Lo9ZLf8U")], status.SshPasswords);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("false")]
    public async Task InstallationStatusAsync_NoAccountsYet_HasNone(string ssh)
    {
        using var given = new Given();
        given.Api.Data($$"""{"installation": "1", "log": ["a"], "os": false, "ssh": {{ssh}}}""");

        var status = await given.Client.DedicatedServers.InstallationStatusAsync("o3qzt", Given.CancellationToken);

        Assert.True(status.IsInstalling);
        Assert.Empty(status.SshPasswords);
    }

    [Fact]
    public async Task InstallationStatusAsync_NoData_IsNotTakenForABareServer()
    {
        using var given = new Given();
        given.Api.Data("null");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.DedicatedServers.InstallationStatusAsync("o3qzt", Given.CancellationToken));

        Assert.Equal(ApiErrorKind.UnexpectedAnswer, e.Kind);
    }

    [Fact]
    public async Task ConsoleUrlAsync_Url_IsReadAndNotLogged()
    {
        using var given = new Given();
        given.Api.Data("""{"url": "https://console.example/?secret"}""");

        Assert.Equal("https://console.example/?secret", await given.Client.DedicatedServers.ConsoleUrlAsync("o3qzt", Given.CancellationToken));
        Assert.DoesNotContain("console.example", given.Log.All, StringComparison.Ordinal);
    }

    private static void Check(DedicatedServer server)
    {
        Assert.Equal(("o3qzt", "kd14810", "okay", DateTimeOffset.FromUnixTimeSeconds(1640356007)), (server.Uuid, server.Name, server.Status, server.CreatedAt));
        Assert.Equal(
            ("hourly", 35.7m, 0.04958m, "dedicated-server:h5HGC"),
            (server.Payment!.Type, server.Payment.Price, server.Payment.Hourly!.HourlyPrice, server.Payment.ProductName));
        var device = server.Device!;
        Assert.Equal(("sMe9PE", "ready", "kc7aV", true), (device.Uuid, device.Status, device.Location!.Uuid, device.IsVisible));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1610700818), device.CreatedAt);
        var model = device.Model!;
        Assert.Equal(
            ("h5HGC", false, 0L, false, 42m, 2L), (model.Uuid, model.AllowsPreorder, model.Stock, model.IsVisible, model.MonthlyPrice, model.MaxDisks));
        Assert.Equal(
            new ModelCpu
            {
                Amount = 1,
                Model = "Intel(R) Xeon(R) CPU E3-1270v2 @ 3.50GHz",
                Name = "Intel Xeon E3-1270v2",
                Cores = 4,
                Threads = 8,
                BaseGhz = 3.5m,
                TurboGhz = 3.9m
            },
            model.Cpu);
        Assert.Equal(new ModelRam { AmountGb = 32, Sticks = 8, Max = 4, Model = "Samsung M391B1G73QH0-YK0 @ 1600 MHz", Type = "DDR3" }, model.Ram);
        Assert.Equal(2, model.Disks.Count);
        Assert.All(model.Disks, static disk => Assert.Equal(new ModelDisk { Name = "250 GB DC SSD", Type = "SSD", CapacityGb = 250 }, disk));
        Assert.Equal(("2x 250 GB DC SSD", 2L, 1000m), (model.DisksDisplay, model.NetworkPorts, model.PortMbit));
    }
}
