using System.Reflection;
using TerraformPlugin.Hosting;

namespace Dashserv.Provider.Configuration;

/// <summary>What the executable says of itself.</summary>
internal static class About
{
    public static string Version { get; } =
        typeof(About).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public static PluginDescription Description { get; } = new(
        "terraform-provider-dashserv",
        "registry.terraform.io/dashserv/dashserv",
        Version,
        "Orders, changes and terminates servers and other products of the hosting company dashserv.");
}
