using CoreHarness.Rules;
using CoreHarness.Schemas;
using CoreHarness.Values;
using Google.Protobuf;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace CoreHarness;

/// <summary>Upgrade, read and import of an instance, with core's checks of each.</summary>
internal static class InstanceRefresher
{
    public static async Task<Diagnostics> RefreshAsync(ResourceInstance instance)
    {
        var diagnostics = new Diagnostics();
        var value = await UpgradeAsync(instance, diagnostics);
        if (!diagnostics.HasErrors && !value.IsNull)
        {
            await ReadAsync(instance, value, diagnostics);
        }

        return diagnostics;
    }

    /// <summary>The stored object in the current schema. Called for every instance in every walk.</summary>
    public static async Task<TfValue> UpgradeAsync(ResourceInstance instance, Diagnostics diagnostics)
    {
        if (instance.State is not { } state)
        {
            return TfValue.Null;
        }

        var schema = await instance.SchemaAsync();
        if (state.SchemaVersion > schema.Version)
        {
            diagnostics.Error(
                "Resource instance managed by newer provider version",
                $"The current state of {instance.Address} was created by a newer provider version than is currently selected.");
            return TfValue.Null;
        }

        var json = state.SchemaVersion == schema.Version ? StoredState.WithoutStrangers(state.JsonBytes, schema.Root) : state.JsonBytes;
        var response = await instance.Core.Calls.CallAsync(
            "UpgradeResourceState",
            new Proto.UpgradeResourceState.Types.Request
            {
                TypeName = instance.Type,
                Version = state.SchemaVersion,
                RawState = new Proto.RawState { Json = ByteString.CopyFrom(json) },
            },
            Proto.UpgradeResourceState.Types.Response.Parser);
        ProviderCalls.Add(diagnostics, response.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return TfValue.Null;
        }

        const string summary = "Invalid resource state upgrade";
        var value = ProviderCalls.Read(
            response.UpgradedState, schema, summary,
            e => $"The {instance.Type} provider upgraded the state for {instance.Address}, but produced an invalid result: {e}");
        RequireKnownWithoutWriteOnly(instance, schema, value, summary, "while upgrading");
        instance.Save(value, state.Private, state.Tainted);
        return value;
    }

    public static async Task<TfValue> ReadAsync(ResourceInstance instance, TfValue value, Diagnostics diagnostics)
    {
        var schema = await instance.SchemaAsync();
        var state = instance.State!;
        var response = await instance.Core.Calls.CallAsync(
            "ReadResource",
            new Proto.ReadResource.Types.Request
            {
                TypeName = instance.Type,
                CurrentState = value.ToMessage(schema.Root.Type),
                Private = ByteString.CopyFrom(state.Private),
                ClientCapabilities = instance.Core.Capabilities,
            },
            Proto.ReadResource.Types.Response.Parser);
        ProviderCalls.Add(diagnostics, response.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return value;
        }

        const string summary = "Provider produced invalid object";
        var read = ProviderCalls.Read(
            response.NewState, schema, summary,
            e => $"Provider \"{CoreProvider.Address}\" planned an invalid value for {instance.Address} during refresh: {e}");
        RequireKnownWithoutWriteOnly(instance, schema, read, summary, "during refresh");
        instance.Save(read, response.Private.ToByteArray(), state.Tainted);
        return read;
    }

    public static async Task<Diagnostics> ImportAsync(ResourceInstance instance, string id)
    {
        var schema = await instance.SchemaAsync();
        var response = await instance.Core.Calls.CallAsync(
            "ImportResourceState",
            new Proto.ImportResourceState.Types.Request { TypeName = instance.Type, Id = id, ClientCapabilities = instance.Core.Capabilities },
            Proto.ImportResourceState.Types.Response.Parser);
        var diagnostics = new Diagnostics();
        ProviderCalls.Add(diagnostics, response.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return diagnostics;
        }

        if (response.ImportedResources.Count != 1)
        {
            throw new CoreRuleViolationException(
                response.ImportedResources.Count == 0 ? "Import returned no resources" : "Multiple import states not supported", instance.Address);
        }

        var imported = response.ImportedResources[0];
        if (imported.TypeName.Length == 0)
        {
            throw new CoreRuleViolationException("Invalid import", $"import of {instance.Address} didn't set type");
        }

        var value = ProviderCalls.Read(imported.State, schema, "Invalid import", e => e);
        if (value.IsNull)
        {
            throw new CoreRuleViolationException("Import returned null resource", instance.Address);
        }

        RequireKnownWithoutWriteOnly(instance, schema, value, "Import returned a non-null value for a write-only attribute", "on import");
        instance.Save(value, imported.Private.ToByteArray(), tainted: false);
        if ((await ReadAsync(instance, value, diagnostics)).IsNull)
        {
            diagnostics.Error(
                "Cannot import non-existent remote object",
                $"While attempting to import an existing object to \"{instance.Address}\", the provider detected that no object exists with the given id.");
        }

        if (diagnostics.HasErrors)
        {
            instance.State = null;
        }

        return diagnostics;
    }

    private static void RequireKnownWithoutWriteOnly(ResourceInstance instance, CoreSchema schema, TfValue value, string summary, string when)
    {
        if (ObjectRules.FindWriteOnly(schema.Root, value) is { } writeOnly)
        {
            throw new CoreRuleViolationException(
                summary,
                $"Provider \"{CoreProvider.Address}\" returned a value for the write-only attribute \"{instance.Address}{GoText.Of(writeOnly)}\" {when}. "
                    + "Write-only attributes cannot be read back from the provider.");
        }

        if (ObjectRules.FindUnknown(value) is { } unknown)
        {
            throw new CoreRuleViolationException(
                summary,
                $"Provider \"{CoreProvider.Address}\" produced an invalid value for {instance.Address}{GoText.Of(unknown)} {when}: The returned state "
                    + "contains unknown values.");
        }
    }
}
