using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.DependencyInjection;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>Puts together all that the server answers.</summary>
internal static class RpcRegistration
{
    public static IServiceCollection AddRpcMethods(this IServiceCollection services, IReadOnlyList<RpcMethod> methods, PluginLifetime lifetime)
    {
        // Only the provider's own calls are work that an ending process waits for.
        IReadOnlyList<RpcMethod> all =
            [.. methods.Select(lifetime.Calls.Track), .. GoPluginServices.Methods, .. HealthService.Methods];
        return services
            .AddSingleton<RpcHost>()
            .AddSingleton<IServiceMethodProvider<RpcHost>>(new RpcMethodProvider(all))
            .AddSingleton<IServiceMethodProvider<RpcHost>>(new ShutdownMethod(lifetime));
    }
}
