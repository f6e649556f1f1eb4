using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A check of a configuration without the API; any value in it may be unknown.</summary>
public sealed class ValidateContext<TModel>(TModel config, Diagnostics diagnostics, CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
{
    public TModel Config => config;
}
