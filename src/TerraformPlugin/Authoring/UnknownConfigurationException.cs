namespace TerraformPlugin.Authoring;

/// <summary>
/// Something needs what the provider is configured with, in a plan that does not know it yet. Core is asked to put that off where it can
/// (tfplugin6, Deferred); else the user reads this.
/// </summary>
public sealed class UnknownConfigurationException() : Exception(
    "The provider's configuration depends on a value that is only known after apply, and this needs the provider now. "
    + "Apply what the provider's configuration depends on first, for example with -target.");
