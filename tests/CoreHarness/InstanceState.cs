using System.Text;

namespace CoreHarness;

/// <summary>What a state file holds of an instance.</summary>
/// <param name="Json">The object's attributes.</param>
/// <param name="SchemaVersion">The version of the schema that wrote them.</param>
public sealed record InstanceState(string Json, long SchemaVersion)
{
    /// <summary>The provider's own notes.</summary>
    public byte[] Private { get; init; } = [];

    /// <summary>The create failed half-way: the next plan replaces the object.</summary>
    public bool Tainted { get; init; }

    internal byte[] JsonBytes => Encoding.UTF8.GetBytes(Json);
}
