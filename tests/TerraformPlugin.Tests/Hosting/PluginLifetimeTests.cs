using Google.Protobuf;
using Grpc.Health.V1;
using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting;
using TerraformPlugin.Server;

namespace TerraformPlugin.Tests.Hosting;

public sealed class PluginLifetimeTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Shutdown_WithNothingRunning_EndsWhenTheClientHasClosedItsConnection()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        var end = lifetime.WaitForEndAsync();
        lifetime.ShutdownAnswered();

        Assert.False(end.IsCompleted);
        await connection.CancelAsync();
        await end;
    }

    [Fact]
    public async Task Shutdown_WithAConnectionThatStaysOpen_EndsNevertheless()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        lifetime.ConnectionOpened(CancellationToken.None);
        lifetime.ShutdownAnswered();
        var end = lifetime.WaitForEndAsync();

        _time.Advance(TimeSpan.FromMilliseconds(150));

        await end;
    }

    [Fact]
    public async Task Shutdown_WithACallThatDoesNotListen_EndsBeforeTheClientKills()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        _ = Start(lifetime, _ => new TaskCompletionSource<IMessage>().Task);
        lifetime.ShutdownAnswered();
        var end = lifetime.WaitForEndAsync();

        Assert.False(end.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1.9));

        await end;
    }

    [Fact]
    public async Task LastConnection_Closed_CancelsWhatRunsAndWaitsForIt()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        var cancelled = new TaskCompletionSource();
        var finish = new TaskCompletionSource<IMessage>();
        _ = Start(lifetime, token =>
        {
            token.Register(cancelled.SetResult);
            return finish.Task;
        });
        var end = lifetime.WaitForEndAsync();

        await connection.CancelAsync();
        await cancelled.Task;
        Assert.False(end.IsCompleted);
        finish.SetResult(new HealthCheckResponse());
        await end;
    }

    [Fact]
    public async Task LastConnection_ClosedInDebugMode_EndsNothing()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: false, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        var end = lifetime.WaitForEndAsync();

        await connection.CancelAsync();

        Assert.False(end.IsCompleted);
        lifetime.ShutdownAnswered();
        await end;
    }

    [Fact]
    public async Task Connection_OneOfTwoClosed_EndsNothing()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        lifetime.ConnectionOpened(first.Token);
        lifetime.ConnectionOpened(second.Token);
        var end = lifetime.WaitForEndAsync();

        await first.CancelAsync();
        Assert.False(end.IsCompleted);
        await second.CancelAsync();
        await end;
    }

    [Fact]
    public async Task Server_WhoseClientDisappears_CancelsTheRunningCall()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var host = await HostedServer.StartAsync(
            new UnaryRpc("test.Service", "Wait", HealthCheckRequest.Parser, async (request, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => ended.SetResult(), TaskScheduler.Default);
                return request;
            }));
        var call = host.Client.CallAsync("test.Service", "Wait", new HealthCheckRequest(), HealthCheckRequest.Parser);
        await started.Task;

        host.Client.Dispose();

        await host.Server.Lifetime.WaitForEndAsync();
        Assert.True(ended.Task.IsCompleted);
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    private static Task<IMessage> Start(PluginLifetime lifetime, Func<CancellationToken, Task<IMessage>> handler)
    {
        var rpc = (UnaryRpc)lifetime.Calls.Track(new UnaryRpc("test.Service", "Run", HealthCheckRequest.Parser, (_, token) => handler(token)));
        return rpc.Handler(new HealthCheckRequest(), TestContext.Current.CancellationToken);
    }
}
