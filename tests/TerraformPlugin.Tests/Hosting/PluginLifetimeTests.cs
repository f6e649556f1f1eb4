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
    public async Task Shutdown_WithACallRunning_IsAnsweredAfterItAndInTimeToSaveWhatItAnswered()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        var cancelled = new TaskCompletionSource();
        var finish = new TaskCompletionSource<IMessage>();
        var call = Start(lifetime, token =>
        {
            token.Register(cancelled.SetResult);
            return finish.Task;
        });

        var asked = lifetime.ShutdownAskedAsync();
        await cancelled.Task;
        Assert.False(asked.IsCompleted);
        finish.SetResult(new HealthCheckResponse());
        await call;

        Assert.False(asked.IsCompleted);
        await connection.CancelAsync();
        await asked;
    }

    [Fact]
    public async Task Shutdown_WithACallThatDoesNotListen_IsAnsweredNevertheless()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        _ = Start(lifetime, _ => new TaskCompletionSource<IMessage>().Task);
        var asked = lifetime.ShutdownAskedAsync();

        Assert.False(asked.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        await asked;

        lifetime.ShutdownAnswered();
        var end = lifetime.WaitForEndAsync();
        _time.Advance(TimeSpan.FromMilliseconds(150));
        await end;
    }

    [Fact]
    public async Task Shutdown_SoonAfterAStop_IsAnsweredWhenTheClientHadTimeToSave()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        lifetime.CallsStopped();
        await Start(lifetime, _ => Task.FromResult<IMessage>(new HealthCheckResponse()));
        _time.Advance(TimeSpan.FromSeconds(1));
        var asked = lifetime.ShutdownAskedAsync();

        _time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(asked.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await asked;

        Assert.True(lifetime.ShutdownAskedAsync().IsCompleted);
    }

    [Fact]
    public async Task Shutdown_WithoutAStop_IsAnsweredAtOnce()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        await Start(lifetime, _ => Task.FromResult<IMessage>(new HealthCheckResponse()));

        Assert.True(lifetime.ShutdownAskedAsync().IsCompleted);
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
    public async Task Signal_WhileACallRuns_StopsItAndEndsNothing()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        var stopped = 0;
        lifetime.Stopping += () => stopped++;
        var cancelled = CancellationToken.None;
        _ = Start(lifetime, token =>
        {
            cancelled = token;
            return new TaskCompletionSource<IMessage>().Task;
        });
        var end = lifetime.WaitForEndAsync();

        lifetime.Signalled();
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, stopped);
        // That is the provider's to do, and concerns what runs; this would be for good.
        Assert.False(cancelled.IsCancellationRequested);
        Assert.False(end.IsCompleted);
    }

    [Fact]
    public async Task Signal_AfterWhichNobodyCalls_EndsInAMoment()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        _time.Advance(TimeSpan.FromDays(1));
        var end = lifetime.WaitForEndAsync();

        lifetime.Signalled();
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(end.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        // The client goes, or would be given a moment that this clock does not have.
        await connection.CancelAsync();
        await end;
    }

    [Fact]
    public async Task Signal_AndACallInTheMeantime_LeavesTheClientItsTimeAnew()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        var quiet = lifetime.Calls.WaitForQuietAsync(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(3));
        await Start(lifetime, _ => Task.FromResult<IMessage>(new HealthCheckResponse()));

        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(quiet.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await quiet;
    }

    [Fact]
    public async Task Signal_Second_CancelsWhatRunsAndWaitsForItsAnswer()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        var stopped = 0;
        lifetime.Stopping += () => stopped++;
        var cancelled = new TaskCompletionSource();
        var finish = new TaskCompletionSource<IMessage>();
        _ = Start(lifetime, token =>
        {
            token.Register(cancelled.SetResult);
            return finish.Task;
        });
        var end = lifetime.WaitForEndAsync();

        lifetime.Signalled();
        lifetime.Signalled();

        await cancelled.Task;
        Assert.Equal(1, stopped);
        Assert.False(end.IsCompleted);
        finish.SetResult(new HealthCheckResponse());
        // That it is on its way says no one; the client has read it when it goes.
        await connection.CancelAsync();
        await end;
    }

    [Fact]
    public async Task Signal_SecondWithACallThatDoesNotListen_EndsNevertheless()
    {
        using var lifetime = new PluginLifetime(endsWithLastConnection: true, _time);
        using var connection = new CancellationTokenSource();
        lifetime.ConnectionOpened(connection.Token);
        _ = Start(lifetime, _ => new TaskCompletionSource<IMessage>().Task);
        lifetime.Signalled();
        lifetime.Signalled();
        var end = lifetime.WaitForEndAsync();
        await connection.CancelAsync();

        Assert.False(end.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
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

        await host.Lifetime.WaitForEndAsync();
        Assert.True(ended.Task.IsCompleted);
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    private static Task<IMessage> Start(PluginLifetime lifetime, Func<CancellationToken, Task<IMessage>> handler)
    {
        var rpc = (UnaryRpc)lifetime.Calls.Track(new UnaryRpc("test.Service", "Run", HealthCheckRequest.Parser, (_, token) => handler(token)));
        return rpc.Handler(new HealthCheckRequest(), TestContext.Current.CancellationToken);
    }
}
