using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>
/// A create, update or delete. <see cref="State"/> is what Terraform gets, also when the call fails: assign it as soon as
/// something exists.
/// </summary>
public sealed class ApplyContext<TModel>(
    TModel? config, TModel? prior, TModel? plan, TModel? state, PrivateState privateState, Diagnostics diagnostics, ICollection<Action> whenSaved,
    CancellationToken cancellationToken)
    : OperationContext(diagnostics, cancellationToken)
    where TModel : class
{
    /// <summary>What the user wrote, write-only values included.</summary>
    /// <exception cref="InvalidOperationException">This is a delete.</exception>
    public TModel Config => config ?? throw new InvalidOperationException("a delete has no configuration");

    /// <summary>Whether there is nothing yet. What fails then is tainted.</summary>
    public bool IsCreate => prior is null;

    /// <summary>What the state held.</summary>
    /// <exception cref="InvalidOperationException">This is a create.</exception>
    public TModel Prior => prior ?? throw new InvalidOperationException("a create has no prior state");

    /// <summary>What was planned; what is unknown in it is the call's to fill in.</summary>
    /// <exception cref="InvalidOperationException">This is a delete.</exception>
    public TModel Plan => plan ?? throw new InvalidOperationException("a delete has no plan");

    /// <summary>What exists: at first nothing for a create, the prior state for an update or a delete. Null: nothing exists.</summary>
    public TModel? State { get; set; } = state;

    public PrivateState Private => privateState;

    /// <summary>Has something done once Terraform surely has this call's answer: the call was answered, and later on Terraform itself ended the process. Where
    /// either of them is killed before, or the call is cancelled by that end, it is not done.</summary>
    public void WhenSaved(Action action) => whenSaved.Add(action);
}
