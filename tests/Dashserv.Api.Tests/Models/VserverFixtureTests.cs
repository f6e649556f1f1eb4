using Dashserv.Api.Models;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Models;

public sealed class VserverFixtureTests
{
    [Fact]
    public async Task GetAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("vserver-get");

        Check(await given.Client.Vservers.GetAsync("lLPgX", Given.CancellationToken));
        Assert.Equal("GET /v1/product/vserver/lLPgX", given.Api.Requests[0].Line);
    }

    [Fact]
    public async Task ListAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("vserver-list");

        Check(Assert.Single(await given.Client.Vservers.ListAsync(Given.CancellationToken)));
        Assert.Equal("GET /v1/product/vserver", given.Api.Requests[0].Line);
    }

    [Fact]
    public async Task ImagesAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("vserver-images");

        var images = await given.Client.Vservers.ImagesAsync(Given.CancellationToken);

        Assert.Equal(9, images.Count);
        Assert.Equal(
            new VserverImage
            {
                Name = "debian11",
                Group = "debian",
                DisplayName = "Debian 11 - Eingeschränkt",
                Version = "11",
                Type = "QEMU",
                IsVisible = true
            },
            images[2]);
        Assert.Equal("GET /v1/product/vserver/image", given.Api.Requests[0].Line);
    }

    [Fact]
    public async Task StatusAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("vserver-status");

        var status = await given.Client.Vservers.StatusAsync("lLPgX", Given.CancellationToken);

        Assert.Equal(
            new VserverStatus
            {
                Status = "online",
                LockedReason = null,
                Stats = new VserverStats
                {
                    UptimeSeconds = 77062,
                    RamMaxBytes = 2147483648,
                    RamUsedBytes = 334094336,
                    RamPercent = 15.56m,
                    DiskMaxBytes = 42949672960,
                    DiskUsedBytes = 0,
                    DiskWrittenBytes = 841129984,
                    DiskReadBytes = 269785372,
                    Cores = 1,
                    CpuPercent = 0,
                    IsNetworkLimited = false,
                    NetworkIngoingBytes = 59144058,
                    NetworkOutgoingBytes = 2588345,
                    TrafficIngoing = 0,
                    TrafficOutgoing = 0,
                },
            },
            status);
        Assert.Equal("GET /v1/product/vserver/lLPgX/status", given.Api.Requests[0].Line);
    }

    [Fact]
    public async Task StatsAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("vserver-stats");

        var stats = await given.Client.Vservers.StatsAsync("lLPgX", "hour", Given.CancellationToken);

        Assert.Equal(2, stats.Count);
        Assert.Equal(
            new StatsPoint
            {
                Time = "08:19:00",
                CpuPercent = 0.1m,
                RamPercent = 65.2m,
                NetworkIn = 723.06m,
                NetworkOut = 72.29m,
                DiskRead = 0,
                DiskWrite = 942.08m
            },
            stats[1]);
        Assert.Equal("GET /v1/product/vserver/lLPgX/stats?timeframe=hour", given.Api.Requests[0].Line);
    }

    [Fact]
    public async Task TasksAsync_Sample_LosesNothing()
    {
        using var given = Given.Answering("vserver-tasks");

        var tasks = await given.Client.Vservers.TasksAsync("lLPgX", Given.CancellationToken);

        Assert.Equal(3, tasks.Count);
        Assert.Equal(new VserverTask { Task = "backup_create", Status = "OK", StartedAt = At(1647438602), EndedAt = At(1647440751) }, tasks[0]);
    }

    [Fact]
    public async Task BackupsAndScheduledTasks_Samples_LoseNothing()
    {
        using var given = Given.Answering("vserver-backups");
        given.Api.Answer(Given.Fixture("vserver-scheduled-tasks"));

        var backup = Assert.Single(await given.Client.Backups.ListAsync("lLPgX", Given.CancellationToken));
        var task = Assert.Single(await given.Client.ScheduledTasks.ListAsync("lLPgX", Given.CancellationToken));

        Assert.Equal(
            new Backup
            {
                Uuid = "Nl8cU",
                Status = "CREATING",
                Percentage = 1,
                Name = "testbackup",
                SizeBytes = 0,
                CreatedAt = At(1640389665),
                FinishedAt = null
            },
            backup);
        Assert.Equal(
            new ScheduledTask
            {
                Uuid = "7idOS",
                Status = "ACTIVE",
                Interval = "DAILY",
                Command = "BACKUP",
                CreatedAt = At(1647505302),
                LastRunAt = null,
                NextRunAt = At(1647591660)
            },
            task);
        Assert.Equal(
            ["GET /v1/product/vserver/lLPgX/backup", "GET /v1/product/vserver/lLPgX/tasks/scheduled"],
            given.Api.Requests.Select(static request => request.Line));
    }

    private static void Check(Vserver vserver)
    {
        Assert.Equal(("lLPgX", "test", "okay", At(1640311942)), (vserver.Uuid, vserver.Name, vserver.Status, vserver.CreatedAt));
        Assert.Equal((1, 2m, 40, 1, 5), (vserver.Cores, vserver.RamGb, vserver.DiskGb, vserver.BackupLimit, vserver.SnapshotLimit));
        Assert.Equal(
            new VserverImage { Name = "debian10", Group = "debian", DisplayName = "Debian 10", Version = "10", Type = "QEMU", IsVisible = true },
            vserver.Image);
        Assert.Equal(
            new Payment
            {
                Uuid = "wKg2d",
                State = "waiting",
                Type = "hourly",
                Price = 2.17m,
                ProductName = "vserver",
                IsAutoRenewed = false,
                CreatedAt = At(1640311910),
                Hourly =
                    new HourlyBilling
                    {
                        IsBilled = false,
                        HourlyPrice = 0.00301m,
                        MonthlyPrice = 2.17m,
                        Hours = 22,
                        CurrentPrice = 0.06622m,
                        StartedAt = At(1640311910)
                    },
            },
            vserver.Payment);
        Assert.Equal(
            new Location
            {
                Uuid = "kc7aV",
                Name = "Skylink, Eygelshoven",
                CountryName = "Niederlande",
                Country = "NL",
                Latitude = 50.1223792m,
                Longitude = 8.7425231m,
                PriceMultiplier = 1,
            },
            vserver.Location);
        var ipv4 = new IpAddress
        {
            Uuid = "qGzRr",
            Ip = "123.456.7.89",
            Type = "IPv4",
            Status = "GIVEN",
            CreatedAt = At(1607936226),
            AssignedAt = At(1640311932),
            Layer7 = "only_off",
            Layer4 = "dynamic",
            HasAlert = true,
            Subnet =
                new Subnet
                {
                    Uuid = "vwf2WN",
                    Status = "AVAILABLE",
                    NetAddress = "123.456.7.0",
                    Prefix = 24,
                    Netmask = "255.255.255.0",
                    Gateway = "123.456.7.89"
                },
        };
        var ipv6 = new IpAddress
        {
            Uuid = "llw70",
            Ip = "2b1e:4201:a120:10a::135",
            Type = "IPv6",
            Status = "GIVEN",
            CreatedAt = At(1607936228),
            AssignedAt = At(1640311932),
            Layer7 = "only_off",
            Layer4 = "dynamic",
            HasAlert = true,
            Subnet = new Subnet
            {
                Uuid = "B4W2uh",
                Status = "AVAILABLE",
                NetAddress = "2b1e:4201:a120:10a::",
                Prefix = 64,
                Netmask = "2b1e:4201:a120:10a::",
                Gateway = "2b1e:4201:a120:10a::1",
            },
        };
        Assert.Equal((ipv4, ipv6), (vserver.Ipv4, vserver.Ipv6));
        Assert.Equal(
            new NetworkInterface { Name = "net0", Uuid = "uFSVB", Status = "ACTIVE", Ipv4 = ipv4, Ipv6 = ipv6, CreatedAt = At(1640311942) },
            Assert.Single(vserver.Interfaces));
        Assert.Empty(vserver.AdditionalAddresses);
        Assert.Empty(vserver.PrivateNetworksJson);
        Assert.Equal(
            new VserverTraffic { Ingoing = 0, Outgoing = 0, LastIngoing = 0, LastOutgoing = 0, CountedAt = null, IncludedGb = 2000, ResetAt = At(1642903942) },
            vserver.Traffic);
        Assert.Equal((750m, false), (vserver.BandwidthMbit, vserver.IsBandwidthLimited));
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
