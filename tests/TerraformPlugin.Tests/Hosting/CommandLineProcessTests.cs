using System.Text.Json;
using Grpc.Health.V1;

namespace TerraformPlugin.Tests.Hosting;

public sealed class CommandLineProcessTests
{
    [Fact]
    public async Task Start_ByHand_SaysHowToInstallAndFails()
    {
        using var plugin = RunningPlugin.StartByHand();

        Assert.Equal(1, await plugin.WaitForExitAsync());
        Assert.Empty(await plugin.ReadOutputAsync());
        var text = await plugin.ReadErrorAsync();
        Assert.Contains("required_providers", text, StringComparison.Ordinal);
        Assert.Contains("source  = \"", text, StringComparison.Ordinal);
        Assert.Contains("terraform init", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_ByHand_IsOneLine()
    {
        using var plugin = RunningPlugin.StartByHand("--version");

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.Matches(@"^terraform-provider-\S+ \d+\.\d+\.\d+\S*\n$", await plugin.ReadOutputAsync());
    }

    [Fact]
    public async Task Help_ByHand_NamesTheOptions()
    {
        using var plugin = RunningPlugin.StartByHand("--help");

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.Contains("--debug", await plugin.ReadOutputAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOption_ByHand_Fails()
    {
        using var plugin = RunningPlugin.StartByHand("--nonsense");

        Assert.Equal(2, await plugin.WaitForExitAsync());
        Assert.Contains("--nonsense", await plugin.ReadErrorAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--debug")]
    [InlineData("-debug")]
    public async Task Debug_ByHand_PrintsWhereToAttachAndServesManyClients(string option)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "another shell, and TCP");
        using var plugin = RunningPlugin.StartByHand(option);
        await plugin.ReadLineAsync();
        await plugin.ReadLineAsync();
        var line = await plugin.ReadLineAsync() ?? "";

        const string Start = "\tTF_REATTACH_PROVIDERS='";
        Assert.StartsWith(Start, line, StringComparison.Ordinal);
        Assert.EndsWith("'", line, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(line[Start.Length..^1]);
        var entry = Assert.Single(json.RootElement.EnumerateObject()).Value;
        Assert.Equal("grpc", entry.GetProperty("Protocol").GetString());
        Assert.Equal(6, entry.GetProperty("ProtocolVersion").GetInt32());
        Assert.Equal(plugin.Id, entry.GetProperty("Pid").GetInt32());
        Assert.True(entry.GetProperty("Test").GetBoolean());
        var address = entry.GetProperty("Addr");
        var handshake = new Handshake(address.GetProperty("Network").GetString()!, address.GetProperty("String").GetString()!, []);

        // Terraform first looks whether anybody is there.
        (await PluginClient.DialAsync(handshake.EndPoint)).Dispose();
        for (var walk = 0; walk < 2; walk++)
        {
            using var client = plugin.Connect(handshake);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await client.CheckAsync());
        }

        Signals.Send(plugin.Id, Signals.Interrupt);
        Assert.NotEqual(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }
}
