namespace TerraformPlugin.Schema;

/// <summary>A schema without the model behind it.</summary>
public interface ISchema
{
    long Version { get; }

    string Description { get; }

    string? Deprecation { get; }

    IObjectTable Table { get; }
}
