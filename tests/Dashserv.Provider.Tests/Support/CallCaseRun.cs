using System.Text.RegularExpressions;
using CoreHarness;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Lets a callCase fail in each of many ways, and reads what is told as its user would.</summary>
internal static class CallCaseRun
{
    private const string TokenRefused = "The API token was refused";

    private static readonly TimeSpan PastTheTimeout = TimeSpan.FromSeconds(61);

    /// <summary>Every failure of some kinds, one after the other in one account; each finds things of its own there.</summary>
    public static async Task FailAsync(this CallCase callCase, params FailingKind[] kinds)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(callCase.Options, planChecks: callCase.PlanChecks, time: clock, retries: callCase.Retries);
        var failings =
            ApiFailings.All.Where(f => kinds.Contains(f.Kind) && !callCase.Except(f) && (f.Kind != FailingKind.Gone || callCase.Gone is not null)).ToList();
        Assert.NotEmpty(failings);
        foreach (var failing in failings)
        {
            try
            {
                await callCase.FailAsync(world, clock, failing);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{callCase}: {failing}: {e.Message}", e);
            }
        }
    }

    private static async Task FailAsync(this CallCase callCase, ProviderWorld world, JumpingClock clock, ApiFailing failing)
    {
        world.Simulator.Faults.Clear();

        // Each failure orders another, where the callCase needs one.
        world.Simulator.World.SetStock("h5HGC", 10);
        await world.ConfigureAsync();
        var (resource, config) = await callCase.Arrange(world);
        var act = await PlannedAsync(callCase.Stage, resource, config);
        await world.ConfigureAsync();
        var before = resource.State;
        world.Simulator.Journal.Clear();
        var hits = world.Simulator.Faults.Hits;
        world.Simulator.Faults.Add(callCase.Strike(failing));
        var diagnostics = await PassingTimeAsync(world, clock, hits, act());
        Read(callCase, failing, diagnostics);
        Assert.Equal(callCase.Writes, Writes(world, callCase, world.Simulator.Faults.Hits - hits));
        Check(callCase.After, before, resource);
        world.Simulator.Faults.Clear();
        if (callCase.Recovers)
        {
            await world.ConfigureAsync();
            Assert.DoesNotContain(await (await PlannedAsync(callCase.Stage, resource, config))(), d => d.Severity == Severity.Error);
        }
    }

    private static async Task<Func<Task<IEnumerable<Diagnostic>>>> PlannedAsync(CaseStage stage, ResourceInstance resource, Config config)
    {
        switch (stage)
        {
            case CaseStage.Plan:
                return async () => (await resource.PlanAsync(config)).Diagnostics;
            case CaseStage.Refresh:
                return async () => await resource.RefreshAsync();
            default:
                var plan = stage == CaseStage.Apply ? await resource.PlanAsync(config) : await resource.PlanDestroyAsync();
                Assert.False(plan.HasErrors, string.Join("; ", plan.Diagnostics));
                return async () => await resource.ApplyAsync(plan);
        }
    }

    // A request that is never answered ends when its time is up; nothing else lets time pass meanwhile.
    // What was seen is noted before time passes: the next request may arrive before this goes on.
    private static async Task<IEnumerable<Diagnostic>> PassingTimeAsync(
        ProviderWorld world, JumpingClock clock, int seen, Task<IEnumerable<Diagnostic>> running)
    {
        var hangs = world.Simulator.Faults.Rules.Any(r => r.Hang);
        while (hangs && !running.IsCompleted)
        {
            await world.UntilAsync(running, () => world.Simulator.Faults.Hits > seen);
            seen = world.Simulator.Faults.Hits;
            clock.Advance(PastTheTimeout);
        }

        return await running;
    }

    // A request that was cut off may be in the journal only later: those that were struck are counted where they are.
    private static int Writes(ProviderWorld world, CallCase callCase, int struck) =>
        world.Simulator.Journal.Entries().Count(e => e.Fault != CallCase.Struck && e.Method != "GET" && !e.Fields.ContainsKey("calculate"))
            + (callCase.DoesSomething ? struck : 0);

    private static void Read(CallCase callCase, ApiFailing failing, IEnumerable<Diagnostic> diagnostics)
    {
        var all = diagnostics.ToList();
        Assert.DoesNotContain(all, d => d.Severity == Severity.Error && callCase.Severity == Severity.Warning);
        var told =
            Assert.Single(
                all,
                d => d.Severity == callCase.Severity
                    && (d.Severity == Severity.Error || d.Summary == TokenRefused || Regex.IsMatch(d.Summary, Pattern(callCase.Summary))));
        if (failing.OfTheToken && told.Summary == TokenRefused)
        {
            // Then nothing has begun, and no other way is shown: none would work.
            callCase = callCase with { Summary = TokenRefused, On = "", Standing = callCase.Standing.Split(" To plan")[0], OfTheRequest = null };
        }

        var gone = failing.Kind == FailingKind.Gone ? callCase.Gone : null;
        var (summary, on) =
            gone is { } g
                ? (g.Summary, g.On) : failing.OfTheRequest ? callCase.OfTheRequest ?? (callCase.Summary, callCase.On)
                : (callCase.Summary, callCase.On);
        Assert.Matches(Pattern(summary), told.Summary);
        Assert.Equal(on, told.Path.ToString());
        Assert.Contains(gone?.Told ?? failing.ToldOf(callCase.Method), told.Detail, StringComparison.Ordinal);
        if (gone is null)
        {
            Assert.Matches(Call(callCase), told.Detail);
            Assert.Contains(callCase.Next ?? failing.Next, told.Detail, StringComparison.Ordinal);
            Assert.Contains(callCase.Standing, told.Detail, StringComparison.Ordinal);
            Assert.Contains(callCase.IsSecret ? "" : failing.Quoted ?? "", told.Detail, StringComparison.Ordinal);
        }

        Contradictions.Check(told);
    }

    private static void Check(StateAfter expected, InstanceState? before, ResourceInstance resource)
    {
        if (expected == StateAfter.AsBefore)
        {
            Assert.Equal(before?.Json, resource.State?.Json);
            Assert.Equal(before?.Tainted, resource.State?.Tainted);
            return;
        }

        Assert.Equal((true, expected == StateAfter.Tainted), (resource.Exists, resource.Tainted));
    }

    private static string Pattern(string summary) => $"^{Regex.Escape(summary).Replace("\\*", ".+", StringComparison.Ordinal)}$";

    private static string Call(CallCase callCase) => $"{callCase.Method} {PathPattern(callCase.Path)}:";

    private static string PathPattern(string path) =>
        path.StartsWith("regex:^", StringComparison.Ordinal)
            ? path["regex:^".Length..].TrimEnd('$')
            : Regex.Escape(path).Replace("\\*", "[^ ]+", StringComparison.Ordinal);
}
