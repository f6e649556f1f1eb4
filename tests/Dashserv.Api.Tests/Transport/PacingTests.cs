using Dashserv.Api.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Transport;

/// <summary>What a rate limit costs, with a model of a server that has one.</summary>
public sealed class PacingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static TheoryData<int, LimitKind, int> Limits =>
        [.. from n in (int[])[2, 3, 5, 50] from kind in Enum.GetValues<LimitKind>() from callers in (int[])[10, 200] select (n, kind, callers)];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Limit_ManyCallers_HardlyMoreTimeThanItDictatesAndFewRefusals(int perSecond, LimitKind kind, int callers)
    {
        using var server = new LimitedServer(_time, perSecond, kind);
        var calls = Math.Max(600, perSecond * 60);

        await RunAsync(server, callers, calls);

        Assert.Equal(calls, server.Taken.Count);
        Assert.InRange(server.Now, 0, 1.3 * calls / perSecond);
        Assert.InRange(server.Refusals.Count, 1, server.Now);
    }

    [Theory]
    [InlineData(2, LimitKind.Window, 20, 2)]
    [InlineData(5, LimitKind.Window, 20, 2)]
    [InlineData(5, LimitKind.Bucket, 20, 2)]
    [InlineData(5, LimitKind.Window, 60, 15)]
    [InlineData(5, LimitKind.Bucket, 7, 1)]
    [InlineData(50, LimitKind.Bucket, 20, 2)]
    [InlineData(50, LimitKind.Window, 60, 15)]
    public async Task Limit_OutagesAmongIt_HardlyMoreTimeThanBothDictate(int perSecond, LimitKind kind, int every, int lasting)
    {
        using var server = new LimitedServer(_time, perSecond, kind) { IsOut = now => now % every >= every - lasting };
        var calls = Math.Max(600, perSecond * 60);

        await RunAsync(server, callers: 10, calls);

        Assert.InRange(server.Now, 0, 1.3 * calls / perSecond * every / (every - lasting));

        // At fifty per second, some more are out when the first refusal comes.
        Assert.InRange(server.Refusals.Count, 1, server.Now * (perSecond > 10 ? 1.5 : 1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(30)]
    public async Task Limit_BurstsOf503ByCount_HardlyMoreTimeThanTheLimitDictates(int burst)
    {
        var (seen, left) = (0, 0);
        using var server = new LimitedServer(_time, perSecond: 5, LimitKind.Bucket)
        {
            IsOut = _ =>
            {
                left = ++seen % 200 == 0 ? burst : left;
                return left-- > 0;
            },
        };

        await RunAsync(server, callers: 10, calls: 1000);

        Assert.InRange(server.Refusals.Count, 5 * burst, server.Now);
        Assert.InRange(server.Now, 0, (1.15 * 1000 / 5) + (1.25 * 5 * burst));
    }

    [Fact]
    public async Task Limit_Lifted_IsForgotten()
    {
        using var server = new LimitedServer(_time, perSecond: 3, LimitKind.Bucket);
        using var client = Client(server);
        await Crowd.RunAsync(_time, callers: 10, calls: 100, _ => client.Vservers.ListAsync(Given.CancellationToken));
        server.PerSecond = 1000;
        await Crowd.RunAsync(_time, callers: 10, calls: 4000, _ => client.Vservers.ListAsync(Given.CancellationToken));
        var before = server.Now;

        await Crowd.RunAsync(_time, callers: 10, calls: 600, _ => client.Vservers.ListAsync(Given.CancellationToken));

        // Ten at a time, a tenth of a second each.
        Assert.InRange(server.Now - before, 5.9, 7);
    }

    [Fact]
    public async Task Limit_EveryCall_ComesInItsTurn()
    {
        using var server = new LimitedServer(_time, perSecond: 5, LimitKind.Window);
        using var client = Client(server);
        var ended = new List<int>();

        await Crowd.RunAsync(_time, callers: 200, calls: 200, async call =>
        {
            await client.Vservers.ListAsync(Given.CancellationToken);
            ended.Add(call);
        });

        // Ten are under way when the first refusals come.
        Assert.All(ended.Select(static (call, place) => Math.Abs(call - place)), static distance => Assert.InRange(distance, 0, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task RequestsPerSecond_ManyCallers_NeverMoreInAnySecond(int perSecond)
    {
        using var server = new LimitedServer(_time, perSecond: 100_000, LimitKind.Bucket);
        using var client = Client(server, perSecond);

        await Crowd.RunAsync(_time, callers: 20, calls: perSecond * 20, _ => client.Vservers.ListAsync(Given.CancellationToken));

        Assert.All(server.Taken, from => Assert.InRange(server.Taken.Count(at => at >= from && at < from + 1), 0, (perSecond * 1.05) + 1));
        Assert.InRange(server.Now, 18.5, 21);
    }

    [Fact]
    public async Task RequestsPerSecond_HigherThanTheLimit_IsNoReasonToInsist()
    {
        using var server = new LimitedServer(_time, perSecond: 3, LimitKind.Window);
        using var client = Client(server, perSecond: 10);

        await Crowd.RunAsync(_time, callers: 20, calls: 300, _ => client.Vservers.ListAsync(Given.CancellationToken));

        Assert.InRange(server.Now, 0, 1.3 * 100);
        Assert.InRange(server.Refusals.Count, 1, server.Now);
    }

    private async Task RunAsync(LimitedServer server, int callers, int calls)
    {
        using var client = Client(server);
        await Crowd.RunAsync(_time, callers, calls, _ => client.Vservers.ListAsync(Given.CancellationToken));
    }

    private DashservClient Client(LimitedServer server, double? perSecond = null) => new(
        new DashservClientOptions { Token = "t", Handler = server, RequestsPerSecond = perSecond, Randomness = new Random(1).NextDouble }, _time,
        new RecordingLogger());
}
