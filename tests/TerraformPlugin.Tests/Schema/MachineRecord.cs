namespace TerraformPlugin.Tests.Schema;

/// <summary>What an API says of a machine; it may leave out anything.</summary>
internal record MachineRecord(string? Name = null, long? Cores = null, decimal? Price = null, bool? Online = null, DiskRecord? Disk = null);
