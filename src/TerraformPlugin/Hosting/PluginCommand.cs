namespace TerraformPlugin.Hosting;

/// <summary>What the command line asks for. Terraform itself passes no arguments.</summary>
internal enum PluginCommand
{
    Serve,
    Debug,
    Version,
    Help,
    Unknown,
}
