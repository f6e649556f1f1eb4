using CoreHarness.Rules;
using CoreHarness.Schemas;
using CoreHarness.Values;
using Google.Protobuf;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using AttributePath = TerraformPlugin.Values.AttributePath;
using Proto = TerraformPlugin.Wire.Protocol;

namespace CoreHarness;

/// <summary>One call of PlanResourceChange with core's checks of its answer.</summary>
internal sealed record PlanCall(TfValue Planned, byte[] Private, IReadOnlyList<AttributePath> RequiresReplace)
{
    private const string Summary = "Provider produced invalid plan";
    private const string Bug = "\n\nThis is a bug in the provider, which should be reported in the provider's own issue tracker.";

    public static async Task<PlanCall> RunAsync(
        ResourceInstance instance, CoreSchema schema, TfValue prior, TfValue config, byte[] notes, byte[]? earlier, Diagnostics diagnostics)
    {
        var type = schema.Root.Type;
        var proposed = config.IsNull ? TfValue.Null : ProposedNew.Of(schema.Root, prior, config);
        var response = await instance.Core.Calls.CallAsync(
            "PlanResourceChange",
            new Proto.PlanResourceChange.Types.Request
            {
                TypeName = instance.Type,
                PriorState = prior.ToMessage(type),
                Config = config.ToMessage(type),
                ProposedNewState = proposed.ToMessage(type),
                PriorPrivate = ByteString.CopyFrom(notes),
                PlannedPrivate = instance.Core.StorePlannedPrivate && earlier is not null ? ByteString.CopyFrom(earlier) : ByteString.Empty,
                ClientCapabilities = instance.Core.Capabilities,
            },
            Proto.PlanResourceChange.Types.Response.Parser);
        ProviderCalls.Add(diagnostics, response.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return new PlanCall(TfValue.Null, [], []);
        }

        var planned = ProviderCalls.Read(response.PlannedState, schema, Summary, e => $"{Invalid(instance)}: {e}.{Bug}");
        var paths = response.RequiresReplace.Select(ProviderCalls.ToPath).ToArray();
        Check(instance, schema, prior, config, planned, paths);
        if (response.LegacyTypeSystem || response.Deferred is not null)
        {
            throw new CoreRuleViolationException(
                "Provider deferred changes when Terraform did not allow deferrals", $"{instance.Address}, or it claims the legacy type system.");
        }

        return new PlanCall(planned, response.PlannedPrivate.ToByteArray(), paths);
    }

    private static void Check(
        ResourceInstance instance, CoreSchema schema, TfValue prior, TfValue config, TfValue planned, IReadOnlyList<AttributePath> paths)
    {
        if (ObjectRules.FindWriteOnly(schema.Root, planned) is { } writeOnly)
        {
            throw new CoreRuleViolationException(
                Summary,
                $"Provider \"{CoreProvider.Address}\" returned a value for the write-only attribute \"{instance.Address}{GoText.Of(writeOnly)}\" during "
                    + "planning. Write-only attributes cannot be read back from the provider. This is a bug in the provider, which should be reported in the "
                    + "provider's own issue tracker.");
        }

        if (!config.IsNull && PlanRules.Check(schema.Root, prior, config, planned).FirstOrDefault() is { } problem)
        {
            throw new CoreRuleViolationException(
                Summary, $"Provider \"{CoreProvider.Address}\" planned an invalid value for {problem.Text(instance.Address)}.{Bug}");
        }

        if (paths.FirstOrDefault(p => p.Steps.Count == 0 || !(ValuePath.Resolves(prior, p) || ValuePath.Resolves(planned, p))) is { } missing)
        {
            throw new CoreRuleViolationException(
                Summary,
                $"Provider \"{CoreProvider.Address}\" has indicated \"requires replacement\" on {instance.Address} for a non-existent attribute path "
                    + $"{GoText.Of(missing)}.{Bug}");
        }
    }

    private static string Invalid(ResourceInstance instance) => $"Provider \"{CoreProvider.Address}\" planned an invalid value for {instance.Address}";
}
