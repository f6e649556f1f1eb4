using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>An import by id. A read follows at once, so it is enough to fill in what the read needs.</summary>
public sealed class ImportContext<TModel>(string id, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
    where TModel : class, new()
{
    /// <summary>The id as the user gave it.</summary>
    public string Id => id;

    /// <summary>What is imported; the table's defaults are filled in where it stays null.</summary>
    public TModel State { get; } = new();

    public PrivateState Private => privateState;
}
