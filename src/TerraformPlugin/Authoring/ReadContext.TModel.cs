using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A refresh: one cheap look that never waits.</summary>
public sealed class ReadContext<TModel>(TModel state, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
    where TModel : class
{
    /// <summary>At first what the state holds; then what exists. Null: it is gone, and only then.</summary>
    public TModel? State { get; set; } = state;

    public PrivateState Private => privateState;
}
