using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class PluginTextsTests
{
    [Theory]
    [InlineData("registry.terraform.io/dashserv/dashserv", "dashserv/dashserv")]
    [InlineData("terraform.example.com/dashserv/dashserv", "terraform.example.com/dashserv/dashserv")]
    public void StartedByHand_ForAddress_ShowsTheSourceToWrite(string address, string source)
    {
        var lines = PluginTexts.StartedByHand(new PluginDescription("terraform-provider-dashserv", address, "0.1.0", ""))
            .Split('\n', StringSplitOptions.TrimEntries);

        Assert.Contains("dashserv = {", lines);
        Assert.Contains($"source  = \"{source}\"", lines);
        Assert.Contains("version = \"~> 0.1.0\"", lines);
    }
}
