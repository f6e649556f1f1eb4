using Microsoft.Extensions.Hosting;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>Replaces the host's own lifetime, which would take SIGINT and SIGTERM for a wish to stop.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
