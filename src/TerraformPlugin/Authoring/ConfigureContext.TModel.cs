using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>The provider's own configuration. During a plan its values may be unknown; it may come more than once.</summary>
public sealed class ConfigureContext<TModel>(TModel config, string terraformVersion, Diagnostics diagnostics, CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
{
    public TModel Config => config;

    /// <summary>The core's version as it calls itself: fit for a user agent, not for detecting features.</summary>
    public string TerraformVersion => terraformVersion;
}
