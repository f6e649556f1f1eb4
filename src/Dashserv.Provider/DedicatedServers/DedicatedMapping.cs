using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>From the API's dedicated server to the model's computed attributes. Its passwords are left where they are.</summary>
internal static class DedicatedMapping
{
    public static void Fill(DedicatedModel model, DedicatedLook look)
    {
        var (server, hardware, location) = (look.Server, look.Server.Device?.Model, look.Server.Device?.Location);
        model.Id = server.Uuid;
        model.Name = Value.OfNullable(server.Name);
        model.Status = Value.OfNullable(server.Status);
        model.CreatedAt = Timestamp.Of(server.CreatedAt);
        model.LocationName = Value.OfNullable(location?.Name);
        model.Country = Value.OfNullable(location?.Country);
        model.Cpu = hardware?.Cpu is { } cpu ? ToModel(cpu) : default(Value<CpuModel>);
        model.Ram = hardware?.Ram is { } ram ? ToModel(ram) : default(Value<RamModel>);
        model.Disks = Value.Known<IReadOnlyList<Value<DiskModel>>>([.. (hardware?.Disks ?? []).Select(d => (Value<DiskModel>)ToModel(d))]);
        model.BandwidthMbit = Value.OfNullable(hardware?.PortMbit * (hardware?.NetworkPorts ?? 1));
        var addresses = Addresses(look.Network);
        model.Ipv4Addresses = Value.Known<IReadOnlyList<Value<string>>>([.. addresses.Select(a => (Value<string>)a)]);
        model.PrimaryIpv4Address = Value.OfNullable(addresses.FirstOrDefault());
        model.MacAddress = Value.OfNullable(look.Installation.Mac);
        model.Os = Value.OfNullable(look.Installation.Os);
        model.MonthlyPrice = Value.OfNullable(Prices.Monthly(server.Payment));
        model.HourlyPrice = Value.OfNullable(Prices.Hourly(server.Payment));
    }

    /// <summary>A plan made true: what was unknown in it as the server has it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="known">What is known besides.</param>
    /// <param name="look">What the API says.</param>
    /// <param name="template">The template that is installed, where that can be told.</param>
    public static DedicatedModel Complete(DedicatedModel plan, DedicatedModel known, DedicatedLook look, string? template)
    {
        var actual = DedicatedSchema.Schema.Table.Copy(known);
        Fill(actual, look);
        actual.Location = Value.OfNullable(look.Server.Device?.Location?.Uuid);
        actual.Template = Value.OfNullable(template);
        actual.Hostname = known.Hostname.IsKnown ? known.Hostname : default;
        return DedicatedSchema.Schema.Table.Complete(plan, actual);
    }

    // The list also has addresses of the same subnet that are not this server's: GIVEN tells them apart, where it is said.
    private static List<string> Addresses(IReadOnlyList<IpAddress> network)
    {
        var all = network.Where(a => !string.Equals(a.Type, "IPv6", StringComparison.OrdinalIgnoreCase)).ToList();
        var given = all.Where(a => string.Equals(a.Status, "GIVEN", StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. (given.Count > 0 ? given : all).Select(a => a.Ip)];
    }

    private static CpuModel ToModel(ModelCpu cpu) => new()
    {
        Name = Value.OfNullable(cpu.Name),
        Amount = Value.OfNullable(cpu.Amount),
        Cores = Value.OfNullable(cpu.Cores),
        Threads = Value.OfNullable(cpu.Threads),
        BaseGhz = Value.OfNullable(cpu.BaseGhz),
        TurboGhz = Value.OfNullable(cpu.TurboGhz),
    };

    private static RamModel ToModel(ModelRam ram) => new()
    {
        AmountGb = Value.OfNullable(ram.AmountGb),
        Type = Value.OfNullable(ram.Type),
        Module = Value.OfNullable(ram.Model),
    };

    private static DiskModel ToModel(ModelDisk disk) => new()
    {
        Name = Value.OfNullable(disk.Name),
        Type = Value.OfNullable(disk.Type),
        CapacityGb = Value.OfNullable(disk.CapacityGb),
    };
}
