namespace TerraformPlugin.Authoring;

/// <summary>A call names a type that the provider does not have.</summary>
internal sealed class UnknownTypeException(string kind, string name) : Exception($"The provider has no {kind} of type \"{name}\".");
