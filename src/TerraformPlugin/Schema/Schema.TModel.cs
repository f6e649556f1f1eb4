namespace TerraformPlugin.Schema;

/// <summary>The schema of a resource, data source or provider: a version, a description and a table.</summary>
public sealed class Schema<TModel>(string description, ObjectTable<TModel> table, long version = 0) : ISchema
    where TModel : class, new()
{
    /// <summary>Counts up whenever older state needs an upgrade.</summary>
    public long Version => version;

    public string Description => description;

    /// <summary>What to use instead; null while the whole is current.</summary>
    public string? Deprecation { get; init; }

    public ObjectTable<TModel> Table => table;

    IObjectTable ISchema.Table => table;
}
