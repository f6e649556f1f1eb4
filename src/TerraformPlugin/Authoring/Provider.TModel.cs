using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What an author derives the provider from.</summary>
/// <typeparam name="TModel">The model of the provider's own configuration.</typeparam>
public abstract class Provider<TModel> : Provider
    where TModel : class, new()
{
    public abstract Schema<TModel> Schema { get; }

    internal sealed override ISchema UntypedSchema => Schema;

    /// <summary>Checks across attributes, without the API.</summary>
    protected virtual Task ValidateAsync(ValidateContext<TModel> context) => Task.CompletedTask;

    /// <summary>Takes a configuration in use, instead of any before it. Log in only when first needed.</summary>
    protected abstract Task ConfigureAsync(ConfigureContext<TModel> context);

    internal sealed override Task ValidateAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken) =>
        ValidateAsync(new ValidateContext<TModel>(Decode(config), diagnostics, cancellationToken));

    internal sealed override Task ConfigureAsync(
        TfValue config, string terraformVersion, Diagnostics diagnostics, CancellationToken cancellationToken) =>
        ConfigureAsync(new ConfigureContext<TModel>(Decode(config), terraformVersion, diagnostics, cancellationToken));

    private TModel Decode(TfValue config) => config.IsNull ? new TModel() : Schema.Table.DecodeKnown(config, AttributePath.Root);
}
