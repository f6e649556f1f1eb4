using Microsoft.Extensions.Logging;
using TerraformPlugin.Hosting;
using TerraformPlugin.Hosting.Logging;

namespace TerraformPlugin.Tests.Hosting.Logging;

public sealed class HclogLevelsTests
{
    private static readonly PluginDescription Plugin = new("terraform-provider-my-cloud", "registry.terraform.io/example/my-cloud", "1.0.0", "");

    [Theory]
    [InlineData(null, null, null, LogLevel.None)]
    [InlineData("", "", "", LogLevel.None)]
    [InlineData(null, null, "INFO", LogLevel.Information)]
    [InlineData(null, "warn", "TRACE", LogLevel.Warning)]
    [InlineData("ERROR", "warn", "TRACE", LogLevel.Error)]
    [InlineData(null, "OFF", "TRACE", LogLevel.None)]
    [InlineData(null, null, "JSON", LogLevel.Trace)]
    [InlineData(null, null, "nonsense", LogLevel.Trace)]
    [InlineData(null, null, "debug", LogLevel.Debug)]
    public void Read_OfVariables_TakesTheMostSpecific(string? own, string? provider, string? all, LogLevel expected) => Assert.Equal(
        expected,
        HclogLevels.Read(Plugin, name => name switch
        {
            "TF_LOG_PROVIDER_MY_CLOUD" => own,
            "TF_LOG_PROVIDER" => provider,
            "TF_LOG" => all,
            _ => null,
        }));
}
