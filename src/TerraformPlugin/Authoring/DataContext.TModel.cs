using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A read of a data source: its arguments are wholly known.</summary>
public sealed class DataContext<TModel>(TModel state, Diagnostics diagnostics, CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
    where TModel : class
{
    /// <summary>The configuration, to be completed with what was read.</summary>
    public TModel State => state;
}
