using CoreHarness.Rules;
using CoreHarness.Values;
using Google.Protobuf;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace CoreHarness;

/// <summary>One call of ApplyResourceChange: what core saves of its answer, and what it complains of.</summary>
internal static class ApplyCall
{
    private const string Bug = "\n\nThis is a bug in the provider, which should be reported in the provider's own issue tracker.";

    public static async Task RunAsync(
        ResourceInstance instance, ChangeAction action, TfValue prior, TfValue planned, TfValue config, byte[] notes, Diagnostics diagnostics)
    {
        var schema = await instance.SchemaAsync();
        var type = schema.Root.Type;
        var response = await instance.Core.Calls.CallAsync(
            "ApplyResourceChange",
            new Proto.ApplyResourceChange.Types.Request
            {
                TypeName = instance.Type,
                PriorState = prior.ToMessage(type),
                PlannedState = planned.ToMessage(type),
                Config = config.ToMessage(type),
                PlannedPrivate = ByteString.CopyFrom(notes),
            },
            Proto.ApplyResourceChange.Types.Response.Parser);
        ProviderCalls.Add(diagnostics, response.Diagnostics);

        // An object that is not of the type, or has a write-only value, is lost: the old state stays.
        const string invalid = "Provider produced invalid object";
        var value = ProviderCalls.Read(
            response.NewState, schema, invalid,
            e => $"Provider \"{CoreProvider.Address}\" produced an invalid value after apply for {instance.Address}: {e}. The result cannot not be saved in "
                + $"the Terraform state.{Bug}");
        if (ObjectRules.FindWriteOnly(schema.Root, value) is { } writeOnly)
        {
            throw new CoreRuleViolationException(
                invalid,
                $"Provider \"{CoreProvider.Address}\" returned a value for the write-only attribute \"{instance.Address}{GoText.Of(writeOnly)}\" after apply. "
                    + "Write-only attributes cannot be read back from the provider.");
        }

        Save(instance, action, ObjectRules.WithoutUnknowns(value), response.Private.ToByteArray(), diagnostics.HasErrors);
        Check(instance, action, planned, value, diagnostics.HasErrors, schema.Root);
    }

    private static void Save(ResourceInstance instance, ChangeAction action, TfValue value, byte[] notes, bool failed)
    {
        if (failed && value.IsNull)
        {
            return;
        }

        var tainted = failed && (action == ChangeAction.Create || instance.Tainted);
        instance.Save(value, notes, tainted);
    }

    private static void Check(
        ResourceInstance instance, ChangeAction action, TfValue planned, TfValue value, bool failed, Schemas.CoreObject schema)
    {
        const string summary = "Provider returned invalid result object after apply";
        if (ObjectRules.FindUnknown(value) is { } unknown)
        {
            throw new CoreRuleViolationException(
                summary,
                $"After the apply operation, the provider still indicated an unknown value for {instance.Address}{GoText.Of(unknown)}. All values must be "
                    + "known after apply, so this is always a bug in the provider and should be reported in the provider's own repository. Terraform will "
                    + "still save the other known object values in the state.");
        }

        if (failed)
        {
            return;
        }

        if (action == ChangeAction.Delete && !value.IsNull)
        {
            throw new CoreRuleViolationException(
                summary,
                $"After applying a Delete plan, the provider returned a non-null object for {instance.Address}. Destroying should always produce a "
                    + "null value.");
        }

        if (action != ChangeAction.Delete && value.IsNull)
        {
            throw new CoreRuleViolationException(
                summary,
                $"After applying a {action} plan, the provider returned a null object for {instance.Address}. Only destroying should always produce a "
                    + "null value.");
        }

        if (ResultRules.Check(schema, planned, value).FirstOrDefault() is { } problem)
        {
            throw new CoreRuleViolationException(
                "Provider produced inconsistent result after apply",
                $"When applying changes to {instance.Address}, provider \"{CoreProvider.Address}\" produced an unexpected new value: {problem.Text("")}.{Bug}");
        }
    }
}
