using System.Text.Json.Nodes;
using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>A kind of resource as the server calls it; authors derive from <see cref="Resource{TModel}"/>.</summary>
public abstract class Resource : Block
{
    private protected Resource()
    {
    }

    internal abstract Task<PlannedChange> PlanAsync(PlanInput input, Diagnostics diagnostics, CancellationToken cancellationToken);

    internal abstract ResourceOperation Apply(
        TfValue config, TfValue prior, TfValue planned, PrivateState privateState, Diagnostics diagnostics, ICollection<Action> whenSaved,
        CancellationToken cancellationToken);

    internal abstract Task<TfValue> ReadAsync(TfValue state, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken);

    internal abstract Task<TfValue> ImportAsync(string id, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken);

    internal abstract JsonObject UpgradeOneVersion(long fromVersion, JsonObject state);
}
