namespace TerraformPlugin.Schema;

/// <summary>How often a nested object stands in an attribute.</summary>
public enum NestingMode
{
    Single,
    List,
    Set,
    Map,
}
