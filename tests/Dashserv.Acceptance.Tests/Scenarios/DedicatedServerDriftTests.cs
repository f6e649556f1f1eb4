using Dashserv.Simulator.Control;
using Dashserv.Simulator.Vservers;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What of a dedicated server was changed behind Terraform's back is found, value by value; what is configured is put right, and the rest taken
/// over.</summary>
public sealed class DedicatedServerDriftTests : AcceptanceTest
{
    private const string Db = "dashserv_dedicated_server.db";

    [Theory, MemberData(nameof(Clis))]
    public async Task Configured_ChangedBehindTerraformsBack_IsPutRight(string cli)
    {
        await using var scenario = await Scenario.StartAsync(
            cli, DedicatedServerTests.Dedicated(more: "on_os_change = \"reinstall\"\n  on_drift = \"repair\"\n  power_state = \"online\""));
        await scenario.ApplyAsync();
        var id = scenario.Server.Uuid;

        scenario.World.Change(id, new ProductChange { Image = "262", Power = PowerState.Offline });
        (await scenario.PlanAsync()).Finds(Db, "os = Debian 8 (Jessie)", "power_state = offline", "template = Debian 8 (Jessie)")
            .Plans(Db, "update").Run.Saying("This wipes the disks", "Debian 8 (Jessie)");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((id, "Debian 11 (Bullseye)", "online"), (scenario.Server.Uuid, scenario.Server.Image, scenario.Server.Power));

        scenario.World.Change(id, new ProductChange { Location = "d3FrA" });
        (await scenario.PlanAsync()).Finds(Db, "country = DE", "location = d3FrA", "location_name = maincubes FRA01, Offenbach")
            .Plans(Db, "delete,create").Run.Saying("d3FrA", "forces replacement");
        scenario.World.Change(id, new ProductChange { Location = "kc7aV", Model = "Fzasc" });
        (await scenario.PlanAsync())
            .Finds(
                Db, "cpu.base_ghz = 3.3", "cpu.name = Intel Xeon E3-1230v2", "cpu.turbo_ghz = 3.7", "model = Fzasc",
                "disks.0.name = 250 GB SSD", "disks.1.capacity_gb = null", "disks.1.name = null", "disks.1.type = null")
            .Plans(Db, "delete,create").Run.Saying("Fzasc", "forces replacement");

        scenario.World.Delete(id);
        (await scenario.PlanAsync()).Plans(Db, "create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Computed_ChangedBehindTerraformsBack_IsTakenOver(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, DedicatedServerTests.Dedicated());
        await scenario.ApplyAsync();
        var server = $"product/dedicated-server/{scenario.Server.Uuid}";
        await scenario.TamperAsync(
            server,
            ("name", "kd-renamed"), ("status", "locked"), ("unix", 1600000000), ("payment.hourly.price.hourly", 0.5m), ("payment.hourly.price.monthly", 99),
            ("device.location.display.name", "Elsewhere"), ("device.location.country", "AT"),
            ("device.model.cpu.amount", 2), ("device.model.cpu.name", "Xeon Z"), ("device.model.cpu.cores", 6), ("device.model.cpu.threads", 12),
            ("device.model.cpu.frequency.base", 2.1m), ("device.model.cpu.frequency.turbo", 4.2m),
            ("device.model.ram.amount", 64), ("device.model.ram.type", "DDR4"), ("device.model.ram.model", "Kingston"),
            ("device.model.disks.all.1.name", "1 TB NVMe"), ("device.model.disks.all.1.type", "NVMe"), ("device.model.disks.all.1.capacity", "1000"),
            ("device.model.network.bandwith.amount", 3), ("device.model.network.bandwith.quantity", 2500));
        await scenario.TamperAsync($"{server}/network", ("0.ip", "203.0.113.9"), ("1.ip", "203.0.113.10"), ("1.status", "GIVEN"));
        await scenario.TamperAsync($"{server}/installation/status", ("mac", "02:00:00:00:00:01"));

        (await scenario.PlanAsync())
            .Finds(
                Db, "bandwidth_mbit = 7500", "country = AT", "created_at = 2020-09-13T12:26:40Z",
                "cpu.amount = 2", "cpu.base_ghz = 2.1", "cpu.cores = 6", "cpu.name = Xeon Z", "cpu.threads = 12", "cpu.turbo_ghz = 4.2",
                "disks.1.capacity_gb = 1000", "disks.1.name = 1 TB NVMe", "disks.1.type = NVMe", "hourly_price = 0.5",
                "ipv4_addresses.0 = 203.0.113.9", "ipv4_addresses.1 = 203.0.113.10", "location_name = Elsewhere", "mac_address = 02:00:00:00:00:01",
                "monthly_price = 99", "name = kd-renamed", "primary_ipv4_address = 203.0.113.9",
                "ram.amount_gb = 64", "ram.module = Kingston", "ram.type = DDR4", "status = locked")
            .Plans(Db, "no-op");
        await scenario.ApplyAsync("-refresh-only");
        Assert.Equal(("kd-renamed", "203.0.113.9"), (scenario.Attribute("name", "db"), scenario.Attribute("primary_ipv4_address", "db")));
        (await scenario.PlanAsync()).Finds(Db).Plans(Db, "no-op");
        scenario.Simulator.Faults.Clear();
        await scenario.EndAsync();
    }
}
