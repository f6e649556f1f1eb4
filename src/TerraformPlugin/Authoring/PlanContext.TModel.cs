using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>The resource's own say in a plan, after the table's rules were applied.</summary>
public sealed class PlanContext<TModel>(
    TModel? config, TModel? prior, TModel? plan, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
    where TModel : class
{
    private readonly List<AttributePath> _replacements = [];

    /// <summary>What the user wrote; null when the plan is to destroy.</summary>
    public TModel? Config => config;

    /// <summary>What the state holds; null when the plan is to create.</summary>
    public TModel? Prior => prior;

    /// <summary>What will be; null when the plan is to destroy. Changes to it are the plan.</summary>
    public TModel? Plan => plan;

    public PrivateState Private => privateState;

    /// <summary>In the plan of a create that takes the place of another instance, what the plan of that one noted; else nothing.</summary>
    public PrivateState Replaced { get; init; } = new();

    /// <summary>What an earlier plan of the same change noted, where the core sends it; else null.</summary>
    public PrivateState? Planned { get; init; }

    /// <summary>Whether the table's rules found something to change.</summary>
    public bool HasChanges { get; init; }

    internal IReadOnlyList<AttributePath> Replacements => _replacements;

    /// <summary>This change replaces the resource.</summary>
    public void RequireReplace(AttributePath path) => _replacements.Add(path);

    public void RequireReplace(string attribute) => RequireReplace(AttributePath.Of(attribute));
}
