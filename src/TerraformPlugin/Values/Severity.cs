namespace TerraformPlugin.Values;

/// <summary>Whether a diagnostic stops the operation.</summary>
public enum Severity
{
    Error,
    Warning,
}
