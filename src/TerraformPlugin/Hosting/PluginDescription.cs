namespace TerraformPlugin.Hosting;

/// <summary>What a provider's executable says of itself, to Terraform and to whoever starts it by hand.</summary>
/// <param name="Name">The executable's name, such as <c>terraform-provider-dashserv</c>.</param>
/// <param name="Address">The full source address, such as <c>registry.terraform.io/dashserv/dashserv</c>.</param>
/// <param name="Version">The version without a leading <c>v</c>.</param>
/// <param name="About">One sentence on what the provider is for.</param>
public sealed record PluginDescription(string Name, string Address, string Version, string About);
