using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>Signals that reach the plugin itself: its client may have got them as well, or know nothing of them.</summary>
public sealed class SignalProcessTests
{
    private static readonly TfType OrderType = TfType.Object([KeyValuePair.Create("status", TfType.String)]);

    public SignalProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "no signals there");

    [Fact]
    public async Task Interrupt_WhileServing_IsIgnored()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());

        for (var round = 0; round < 10; round++)
        {
            Signals.Send(plugin.Id, Signals.Interrupt);
            await client.CheckAsync();
        }

        await client.ShutdownAsync();
        Assert.Equal(0, await plugin.WaitForExitAsync());
    }

    [Fact]
    public async Task Interrupt_BeforeTheClientConnects_IsIgnored()
    {
        using var plugin = RunningPlugin.Start();
        var handshake = await plugin.HandshakeAsync();
        Signals.Send(plugin.Id, Signals.Interrupt);
        using var client = plugin.Connect(handshake);

        await client.ShutdownAsync();
        Assert.Equal(0, await plugin.WaitForExitAsync());
    }

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Hangup)]
    public async Task Signal_WhileACallRuns_StopsItWithItsStateAndServesUntilShutdown(int signal)
    {
        using var plugin = StartTestPlugin(signal);
        var handshake = await plugin.HandshakeAsync();
        using var client = plugin.Connect(handshake);
        var order = OrderAsync(client);
        await plugin.LogsAsync("waiting");

        Signals.Send(plugin.Id, signal);

        Assert.Equal("stopped", StatusOf(await order));
        // What comes later is not stopped by what came before.
        var later = OrderAsync(client);
        await plugin.LogsAsync("waiting");
        Assert.False(later.IsCompleted);
        await client.ShutdownAsync();
        Assert.Equal("stopped", StatusOf(await later));
        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Hangup)]
    public async Task Signal_WhichTheClientDiesOf_EndsTheProcessWithTheConnection(int signal)
    {
        using var plugin = StartTestPlugin(signal);
        var handshake = await plugin.HandshakeAsync();
        using (var client = plugin.Connect(handshake))
        {
            var order = OrderAsync(client);
            await plugin.LogsAsync("waiting");
            Signals.Send(plugin.Id, signal);
            await order;
        }

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }

    [Theory]
    [InlineData(Signals.Terminate, Signals.Terminate)]
    [InlineData(Signals.Terminate, Signals.Hangup)]
    public async Task Signal_Second_EndsTheProcessAlthoughTheClientIsThere(int first, int second)
    {
        using var plugin = StartTestPlugin(second);
        var handshake = await plugin.HandshakeAsync();
        using var client = plugin.Connect(handshake);
        var order = OrderAsync(client);
        await plugin.LogsAsync("waiting");
        Signals.Send(plugin.Id, first);
        Assert.Equal("stopped", StatusOf(await order));
        var later = OrderAsync(client);
        await plugin.LogsAsync("waiting");

        Signals.Send(plugin.Id, second);

        Assert.Equal("stopped", StatusOf(await later));
        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Hangup)]
    public async Task Signal_WhileNobodyCalls_EndsTheProcessAfterAMoment(int signal)
    {
        using var plugin = StartTestPlugin(signal, ("TEST_PLUGIN_HURRY", "1"));
        var handshake = await plugin.HandshakeAsync();
        using var client = plugin.Connect(handshake);
        using var stdio = client.OpenStdio();
        await client.CheckAsync();

        Signals.Send(plugin.Id, signal);

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.False(File.Exists(handshake.Address));
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Hangup)]
    public async Task Signal_InDebugMode_EndsTheProcess(int signal)
    {
        Signals.SkipWhereIgnored(signal);
        using var plugin = RunningPlugin.StartByHand("--debug");
        await plugin.ReadLineAsync();

        Signals.Send(plugin.Id, signal);

        Assert.NotEqual(0, await plugin.WaitForExitAsync());
        Assert.Empty(plugin.Sockets);
    }

    private static RunningPlugin StartTestPlugin(int signal, params (string Name, string? Value)[] variables)
    {
        Signals.SkipWhereIgnored(signal);
        Assert.SkipUnless(PluginExecutable.IsTestPlugin, "a real provider needs its API for a call that lasts");
        return RunningPlugin.Start(tls: true, [("TF_LOG", "INFO"), .. variables]);
    }

    private static Task<ApplyResourceChange.Types.Response> OrderAsync(PluginClient client) => client.CallProviderAsync(
        "ApplyResourceChange",
        new ApplyResourceChange.Types.Request
        {
            TypeName = "test_order",
            PriorState = TfValue.Null.ToMessage(OrderType),
            Config = Order(TfValue.Null),
            PlannedState = Order(TfValue.Unknown),
        },
        ApplyResourceChange.Types.Response.Parser);

    private static DynamicValue Order(TfValue status) => new TfMapping([KeyValuePair.Create("status", status)]).ToMessage(OrderType);

    private static string StatusOf(ApplyResourceChange.Types.Response response)
    {
        Assert.Empty(response.Diagnostics);
        return ((TfString)((TfMapping)response.NewState.ToValue(OrderType))["status"]).Text;
    }
}
