using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The remote side: what exists, and how the next call misbehaves.</summary>
internal sealed class CornerCloud
{
    private int _lastId;

    public Dictionary<string, CornerModel> Things { get; } = new(StringComparer.Ordinal);

    public List<Value<string>> Configurations { get; } = [];

    /// <summary>What the last create or update saw of the write-only attribute.</summary>
    public string? SecretSeen { get; set; }

    /// <summary>What the next create does after it has assigned its state; likewise for the others.</summary>
    public Func<CancellationToken, Task> DuringCreate { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> DuringRead { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> DuringUpdate { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> DuringDelete { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the provider itself says of an exception.</summary>
    public Func<Exception, Diagnostic?> Explaining { get; set; } = _ => null;

    public string NextId() => $"thing-{++_lastId}";
}
