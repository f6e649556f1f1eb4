using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What a block of a configuration is about: the provider itself, a resource, a data source. It has a schema, and checks of its own.</summary>
public abstract class Block
{
    private protected Block()
    {
    }

    internal abstract ISchema UntypedSchema { get; }

    internal abstract Task ValidateAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken);
}
