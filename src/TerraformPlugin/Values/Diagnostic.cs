namespace TerraformPlugin.Values;

/// <summary>Something a user is told: what, in one line; why and what to do, in a paragraph; and on which attribute.</summary>
public sealed record Diagnostic(Severity Severity, string Summary, string Detail, AttributePath Path);
