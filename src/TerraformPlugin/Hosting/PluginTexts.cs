namespace TerraformPlugin.Hosting;

/// <summary>What the executable tells a person who starts it by hand.</summary>
internal static class PluginTexts
{
    // Both Terraform and OpenTofu read an address without a host as one in their own registry.
    private const string DefaultRegistry = "registry.terraform.io/";

    public static PluginCommand Parse(IReadOnlyList<string> args) => args switch
    {
        [] => PluginCommand.Serve,
        ["--debug" or "-debug"] => PluginCommand.Debug,
        ["--version" or "-version" or "-v"] => PluginCommand.Version,
        ["--help" or "-help" or "-h"] => PluginCommand.Help,
        _ => PluginCommand.Unknown,
    };

    public static string Version(PluginDescription plugin) => $"{plugin.Name} {plugin.Version}\n";

    public static string Help(PluginDescription plugin) =>
        $"""
        {plugin.Name} {plugin.Version}: {plugin.About}

        This is a plugin: Terraform and OpenTofu start it themselves.

        {Installation(plugin)}

        Options:
          --debug    serve until interrupted, and print the TF_REATTACH_PROVIDERS that Terraform needs to use this process
          --version  print the version
          --help     print this

        """;

    public static string StartedByHand(PluginDescription plugin) =>
        $"""
        {plugin.Name} {plugin.Version} is a plugin. It is not meant to be started directly: Terraform and OpenTofu do that.

        {Installation(plugin)}

        See {plugin.Name} --help for more.

        """;

    public static string UnknownOption(PluginDescription plugin, IReadOnlyList<string> args) =>
        $"{plugin.Name}: cannot make sense of: {string.Join(' ', args)}\nSee {plugin.Name} --help.\n";

    private static string Installation(PluginDescription plugin)
    {
        var source = plugin.Address.StartsWith(DefaultRegistry, StringComparison.Ordinal)
            ? plugin.Address[DefaultRegistry.Length..]
            : plugin.Address;
        var localName = plugin.Address[(plugin.Address.LastIndexOf('/') + 1)..];
        return $$"""
            To use it, name it in a configuration and run "terraform init":

              terraform {
                required_providers {
                  {{localName}} = {
                    source  = "{{source}}"
                    version = "~> {{plugin.Version}}"
                  }
                }
              }
            """;
    }
}
