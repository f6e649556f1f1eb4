using CoreHarness;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>A resource as the API has most to say of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Type">The resource.</param>
/// <param name="Configure">Its configuration, in a world in which what it needs is there.</param>
internal sealed record ComputedSample(string Name, string Type, Func<ProviderWorld, Config> Configure)
{
    /// <summary>Computed attributes that are null for ever, and why.</summary>
    public IReadOnlyDictionary<string, string> Null { get; init; } = new Dictionary<string, string>();

    /// <summary>The id to import it by; null where there is no import.</summary>
    public Func<ResourceInstance, string>? ImportId { get; init; }

    /// <summary>What is null after an import besides, and why.</summary>
    public IReadOnlyDictionary<string, string> NullAfterImport { get; init; } = new Dictionary<string, string>();

    public override string ToString() => $"{Type}, {Name}";
}
