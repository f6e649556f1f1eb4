namespace TerraformPlugin.Values;

/// <summary>What sort of collection: ordered, unordered and unique, or keyed by text.</summary>
public enum TfCollectionKind
{
    List,
    Set,
    Map,
}
