namespace TerraformPlugin.Tests.Schema;

/// <summary>What the same API says of a machine's disk, in another answer.</summary>
internal sealed record DiskRecord(string? Serial = null, long? Size = null);
