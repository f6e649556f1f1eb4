namespace TerraformPlugin.Tests.Hosting;

public sealed class ShutdownProcessTests
{
    [Fact]
    public async Task Shutdown_WithStreamsOpen_AnswersAndExitsAndRemovesTheSocket()
    {
        using var plugin = RunningPlugin.Start();
        var handshake = await plugin.HandshakeAsync();
        using var client = plugin.Connect(handshake);
        using var stdio = client.OpenStdio();
        using var broker = client.OpenBroker();
        await client.CheckAsync();

        await client.ShutdownAsync();

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }

    [Fact]
    public async Task Connection_Dropped_EndsTheProcess()
    {
        using var plugin = RunningPlugin.Start();
        var handshake = await plugin.HandshakeAsync();
        using (var client = plugin.Connect(handshake))
        {
            using var stdio = client.OpenStdio();
            await client.CheckAsync();
        }

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }

    [Fact]
    public async Task Connection_WithoutAStream_StaysOpen()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());
        await client.CheckAsync();

        // Kestrel looks for idle connections once a second.
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        await client.CheckAsync();
    }
}
