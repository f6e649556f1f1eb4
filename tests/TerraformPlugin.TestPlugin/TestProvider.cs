using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;
using TerraformPlugin.Hosting;
using TerraformPlugin.Schema;

namespace TerraformPlugin.TestPlugin;

/// <summary>The least of a provider: enough for Terraform to start it, to have something made by it, and to stop it.</summary>
internal sealed class TestProvider : Provider<TestSettings>
{
    private TestProvider(ILogger logger) => Resources.Add("test_order", () => new OrderResource(logger));

    public static PluginDescription Description { get; } =
        new("terraform-provider-test", "registry.terraform.io/example/test", "1.2.3", "hosts nothing but itself.");

    public override Schema<TestSettings> Schema { get; } = new("A provider for tests.", TestSettings.Table);

    public static TestProvider Create(ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("test");
        // Whether the user's own trust survives the start: for the test that looks for this line.
        logger.LogInformation(
            "started with {SslCertFile} {Runtime}",
            Environment.GetEnvironmentVariable("SSL_CERT_FILE"),
            Environment.Version);
        return new TestProvider(logger);
    }

    protected override Task ValidateAsync(ValidateContext<TestSettings> context)
    {
        // On a thread of nobody's, which is what an error in a finalizer or a timer amounts to.
        if (Environment.GetEnvironmentVariable("TEST_PLUGIN_CRASH") == "1")
        {
            new Thread(() => throw new InvalidOperationException("the test asked for it")).Start();
        }

        return Task.CompletedTask;
    }

    protected override Task ConfigureAsync(ConfigureContext<TestSettings> context) => Task.CompletedTask;
}
