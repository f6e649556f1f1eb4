using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;

namespace TerraformPlugin.Hosting;

/// <summary>What a provider's <c>Program</c> calls: serves a provider to Terraform until Terraform is done with it.</summary>
public static class ProviderHost
{
    /// <param name="args">The command line.</param>
    /// <param name="description">What to call ourselves.</param>
    /// <param name="provider">Makes the provider; its log lines go where the loggers do.</param>
    /// <returns>The process's exit code.</returns>
    public static Task<int> RunAsync(string[] args, PluginDescription description, Func<ILoggerFactory, Provider> provider) =>
        new PluginProcess(description, provider, TimeProvider.System).RunAsync(args);
}
