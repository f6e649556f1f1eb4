using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A provider as the server calls it; authors derive from <see cref="Provider{TModel}"/>.</summary>
public abstract class Provider : Block
{
    private protected Provider()
    {
    }

    /// <summary>The resources; the provider's constructor adds them.</summary>
    public Registry<Resource> Resources { get; } = new("resource");

    /// <summary>The data sources; the provider's constructor adds them.</summary>
    public Registry<DataSource> DataSources { get; } = new("data source");

    /// <summary>What a user is told of an exception; null where the framework's own words must do.</summary>
    public virtual Diagnostic? Explain(Exception exception) => null;

    /// <summary>The text without what is secret. Every diagnostic, every line of the log and every report of a crash goes through it.</summary>
    public virtual string Redact(string text) => text;

    internal abstract Task ConfigureAsync(TfValue config, string terraformVersion, Diagnostics diagnostics, CancellationToken cancellationToken);
}
