using CoreHarness.Schemas;
using CoreHarness.Values;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace CoreHarness;

/// <summary>
/// A Terraform core for tests: drives a provider by the protocol's calls, in core's order, and is the referee of core's rules.
/// What breaks one throws a <see cref="CoreRuleViolationException"/>; what the provider reports comes back as diagnostics.
/// </summary>
public sealed class CoreProvider(IProviderTransport transport) : IDisposable
{
    public CoreProvider(Provider provider)
        : this(new InProcessTransport(provider))
    {
    }

    /// <summary>Whether the client is one with write-only attributes: Terraform 1.11, OpenTofu 1.11, or later.</summary>
    public bool WriteOnlyAttributesAllowed { get; init; } = true;

    /// <summary>Whether the client sends the plan's private state along when it plans again in the apply: Terraform 1.16 or later.</summary>
    public bool StorePlannedPrivate { get; init; }

    /// <summary>Whether the client puts off what needs a provider that is not wholly configured: Terraform with deferred actions.</summary>
    public bool DeferralAllowed { get; init; }

    public string TerraformVersion { get; init; } = "1.15.9";

    internal const string Address = "provider[\"registry.terraform.io/example/test\"]";

    internal ProviderCalls Calls { get; } = new(transport);

    internal Proto.ClientCapabilities Capabilities =>
        new() { WriteOnlyAttributesAllowed = WriteOnlyAttributesAllowed, StorePlannedPrivate = StorePlannedPrivate, DeferralAllowed = DeferralAllowed };

    /// <summary>An instance of a resource that does not exist yet.</summary>
    public ResourceInstance Resource(string type, string name = "test") => new(this, type, name);

    /// <summary>Validates the provider block if it has content, then configures.</summary>
    public async Task<Diagnostics> ConfigureAsync(Config config)
    {
        var type = (await Calls.ProviderSchemaAsync()).Root.Type;
        var message = ConfigValue.Of(config, type).ToMessage(type);
        var diagnostics = new Diagnostics();
        if (config.Entries.Count > 0)
        {
            ProviderCalls.Add(diagnostics, (await Calls.CallAsync(
                "ValidateProviderConfig",
                new Proto.ValidateProviderConfig.Types.Request { Config = message },
                Proto.ValidateProviderConfig.Types.Response.Parser)).Diagnostics);
        }

        if (!diagnostics.HasErrors)
        {
            ProviderCalls.Add(diagnostics, (await Calls.CallAsync(
                "ConfigureProvider",
                new Proto.ConfigureProvider.Types.Request { TerraformVersion = TerraformVersion, Config = message, ClientCapabilities = Capabilities },
                Proto.ConfigureProvider.Types.Response.Parser)).Diagnostics);
        }

        return diagnostics;
    }

    public async Task<Diagnostics> ValidateResourceAsync(string type, Config config)
    {
        var schema = await Calls.ResourceSchemaAsync(type);
        return await ValidateResourceAsync(type, schema, ConfigValue.Of(config, schema.Root.Type));
    }

    /// <summary>Validates a data block and reads it. Its configuration must be wholly known.</summary>
    public async Task<DataResult> ReadDataAsync(string type, Config config)
    {
        var schema = await Calls.DataSchemaAsync(type);
        var value = ConfigValue.Of(config, schema.Root.Type);
        var diagnostics = new Diagnostics();
        ConfigRules.Check(schema.Root, value, AttributePath.Root, diagnostics);
        var message = value.ToMessage(schema.Root.Type);
        if (!diagnostics.HasErrors)
        {
            ProviderCalls.Add(diagnostics, (await Calls.CallAsync(
                "ValidateDataResourceConfig",
                new Proto.ValidateDataResourceConfig.Types.Request { TypeName = type, Config = message },
                Proto.ValidateDataResourceConfig.Types.Response.Parser)).Diagnostics);
        }

        return diagnostics.HasErrors ? new(TfValue.Null, diagnostics) : await ReadDataAsync(type, schema, value, diagnostics);
    }

    /// <summary>What the first Ctrl-C does.</summary>
    public async Task StopAsync() => await Calls.CallAsync("StopProvider", new Proto.StopProvider.Types.Request(), Proto.StopProvider.Types.Response.Parser);

    /// <summary>What core does when it is done: it has saved all answers, and ends the provider.</summary>
    public void End() => (transport as InProcessTransport)?.End();

    /// <inheritdoc cref="Lifecycle.RunAsync"/>
    /// <param name="type">The resource's type.</param>
    public Task<IReadOnlyList<LifecycleStep>> CheckLifecycleAsync(
        string type, Config config, Config? updatedConfig = null, Func<ResourceInstance, string>? importId = null, Adoption? adoption = null) =>
        new Lifecycle(this, type).RunAsync(config, updatedConfig, importId, adoption);

    internal async Task<Diagnostics> ValidateResourceAsync(string type, CoreSchema schema, TfValue config)
    {
        var diagnostics = new Diagnostics();
        ConfigRules.Check(schema.Root, config, AttributePath.Root, diagnostics);
        if (!diagnostics.HasErrors)
        {
            ProviderCalls.Add(diagnostics, (await Calls.CallAsync(
                "ValidateResourceConfig",
                new Proto.ValidateResourceConfig.Types.Request
                {
                    TypeName = type,
                    Config = config.ToMessage(schema.Root.Type),
                    ClientCapabilities = Capabilities,
                },
                Proto.ValidateResourceConfig.Types.Response.Parser)).Diagnostics);
        }

        return diagnostics;
    }

    private async Task<DataResult> ReadDataAsync(string type, CoreSchema schema, TfValue config, Diagnostics diagnostics)
    {
        var response = await Calls.CallAsync(
            "ReadDataSource",
            new Proto.ReadDataSource.Types.Request { TypeName = type, Config = config.ToMessage(schema.Root.Type), ClientCapabilities = Capabilities },
            Proto.ReadDataSource.Types.Response.Parser);
        ProviderCalls.Add(diagnostics, response.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return new(TfValue.Null, diagnostics);
        }

        var value = ProviderCalls.Read(
            response.State, schema, "Provider produced invalid object", e => $"Provider \"{Address}\" produced an invalid value for data.{type}.test: {e}");
        if (response.Deferred is not null)
        {
            return DeferralAllowed ? new(value, diagnostics) { IsDeferred = true } : throw new CoreRuleViolationException(
                "Provider deferred changes when Terraform did not allow deferrals", $"data.{type}.test");
        }

        return value.IsNull ? throw new CoreRuleViolationException("Provider produced null object", $"data.{type}.test")
            : !value.IsWhollyKnown ? throw new CoreRuleViolationException(
                "Provider produced invalid object", $"Provider \"{Address}\" produced a value for data.{type}.test that is not wholly known.")
            : new(value, diagnostics);
    }

    public void Dispose() => (transport as IDisposable)?.Dispose();
}
