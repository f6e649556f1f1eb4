using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What every call on a resource or data source has.</summary>
public abstract class OperationContext
{
    private protected OperationContext(Diagnostics diagnostics, CancellationToken cancellationToken) =>
        (Diagnostics, CancellationToken) = (diagnostics, cancellationToken);

    /// <summary>What the user is told; an error makes the call fail.</summary>
    public Diagnostics Diagnostics { get; }

    /// <summary>Fires when the user presses Ctrl-C. Stop at a safe point and keep what exists in the state.</summary>
    public CancellationToken CancellationToken { get; }
}
