using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A provider as the server calls it; authors derive from <see cref="Provider{TModel}"/>.</summary>
public abstract class Provider
{
    private protected Provider()
    {
    }

    /// <summary>The resources by type name. They are made once each, when first needed.</summary>
    public abstract IReadOnlyDictionary<string, Func<Resource>> Resources { get; }

    /// <summary>The data sources by type name.</summary>
    public abstract IReadOnlyDictionary<string, Func<DataSource>> DataSources { get; }

    internal abstract ISchema UntypedSchema { get; }

    /// <summary>What a user is told of an exception; null where the framework's own words must do.</summary>
    public virtual Diagnostic? Explain(Exception exception) => null;

    internal abstract Task ValidateAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken);

    internal abstract Task ConfigureAsync(TfValue config, string terraformVersion, Diagnostics diagnostics, CancellationToken cancellationToken);
}
