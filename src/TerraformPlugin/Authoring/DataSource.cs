using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A kind of data source as the server calls it; authors derive from <see cref="DataSource{TModel}"/>.</summary>
public abstract class DataSource : Block
{
    private protected DataSource()
    {
    }

    internal abstract Task<TfValue> ReadAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken);
}
