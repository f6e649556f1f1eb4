using Google.Protobuf;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Hosting;
using TerraformPlugin.Server;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.TestPlugin;

/// <summary>The least of a provider: enough for Terraform to start it, ask for its schema and stop it.</summary>
internal static class TestProvider
{
    private const string Service = "tfplugin6.Provider";

    public static PluginDescription Description { get; } =
        new("terraform-provider-test", "registry.terraform.io/example/test", "1.2.3", "hosts nothing but itself.");

    public static IReadOnlyList<RpcMethod> Methods(ILoggerFactory loggers)
    {
        // Whether the user's own trust survives the start: for the test that looks for this line.
        loggers.CreateLogger("test").LogInformation(
            "started with {SslCertFile} {Runtime}",
            Environment.GetEnvironmentVariable("SSL_CERT_FILE"),
            Environment.Version);
        return
        [
            new UnaryRpc(Service, "GetMetadata", GetMetadata.Types.Request.Parser, (_, _) => Answer(new GetMetadata.Types.Response())),
            new UnaryRpc(Service, "GetProviderSchema", GetProviderSchema.Types.Request.Parser, (_, _) => Answer(Schema())),
            new UnaryRpc(
                Service,
                "ValidateProviderConfig",
                ValidateProviderConfig.Types.Request.Parser,
                (_, _) => Answer(new ValidateProviderConfig.Types.Response())),
            new UnaryRpc(Service, "StopProvider", StopProvider.Types.Request.Parser, Stop),
        ];
    }

    private static Task<IMessage> Stop(IMessage request, CancellationToken cancellationToken)
    {
        // On a thread of nobody's, which is what an error in a finalizer or a timer amounts to.
        if (Environment.GetEnvironmentVariable("TEST_PLUGIN_CRASH") == "1")
        {
            new Thread(() => throw new InvalidOperationException("the test asked for it")).Start();
        }

        return Answer(new StopProvider.Types.Response());
    }

    private static GetProviderSchema.Types.Response Schema() => new()
    {
        Provider = new Wire.Protocol.Schema { Block = new Wire.Protocol.Schema.Types.Block() },
    };

    private static Task<IMessage> Answer(IMessage message) => Task.FromResult(message);
}
