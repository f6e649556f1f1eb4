using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Support;

/// <summary>CallCases that have to wait: what they wait for comes only once they were seen to do so.</summary>
internal static class Waiting
{
    /// <summary>Waits until something has come of what runs, or it has ended.</summary>
    public static async Task UntilAsync(this ProviderWorld world, Task running, Func<bool> isSo)
    {
        while (true)
        {
            var next = world.Simulator.Bell.NextAsync();
            if (isSo() || running.IsCompleted)
            {
                return;
            }

            await Task.WhenAny(running, next);
        }
    }

    /// <summary>Interrupts what runs, as Ctrl-C does, while a request of it is held, and lets that go once the interruption has come through.</summary>
    public static async Task InterruptWhileHeldAsync(this ProviderWorld world, Task running)
    {
        await world.UntilAsync(running, () => world.Simulator.Faults.Held > 0);
        await world.Core.StopAsync();

        // By then, a request that was given up would be no longer held.
        await world.LookAroundAsync();
        Assert.Equal((1, false), (world.Simulator.Faults.Held, running.IsCompleted));
        world.Simulator.Faults.Release();
    }

    /// <summary>Interrupts what runs, as Ctrl-C does, while a request of it is held, and lets the time pass for which an answer is still waited for.</summary>
    public static async Task InterruptUnansweredAsync(this ProviderWorld world, JumpingClock clock, Task running)
    {
        await world.UntilAsync(running, () => world.Simulator.Faults.Held > 0);
        await world.Core.StopAsync();
        await world.UntilGivenUpAsync(clock);
    }

    /// <summary>Lets time pass until nothing waits any more for a request that is held.</summary>
    public static async Task UntilGivenUpAsync(this ProviderWorld world, JumpingClock clock)
    {
        while (world.Simulator.Faults.Held > 0)
        {
            clock.Advance(TimeSpan.FromSeconds(4));

            // That it was given up is seen here some time later. To let more pass at once would also end what is done next, and in a second.
            for (var looks = 0; world.Simulator.Faults.Held > 0 && looks < 50; looks++)
            {
                await world.LookAroundAsync();
            }
        }
    }

    /// <summary>Does something to a vserver that is locked, and unlocks it once that has looked at the lock twice and done nothing.</summary>
    public static async Task<Diagnostics> RunPastLockAsync(this ProviderWorld world, string vserver, Func<Task<Diagnostics>> callCase)
    {
        world.Simulator.World.Lock(vserver, "upgrade", TimeSpan.FromDays(1));
        world.Simulator.Journal.Clear();
        var running = callCase();
        await world.UntilAsync(running, () => world.Simulator.Journal.Count($"/v1/product/vserver/{vserver}/status") > 1);
        Assert.False(running.IsCompleted);
        Assert.Empty(world.Writes());
        world.Simulator.World.Lock(vserver, "", TimeSpan.Zero);
        return await running;
    }

    /// <summary>Destroys what is only ordered yet, and delivers it once the destroy has looked at the order twice.</summary>
    public static async Task<Diagnostics> DestroyPendingAsync(this ProviderWorld world, ResourceInstance server, JumpingClock clock)
    {
        var plan = await server.PlanDestroyAsync();
        var order = (string)server["order_id"]!;
        Assert.Null(server["id"]);
        clock.StandsStill = true;
        world.Simulator.Journal.Clear();
        var destroying = server.ApplyAsync(plan);
        await world.UntilAsync(destroying, () => world.Simulator.Journal.Count($"/v1/manage/order/{order}") > 1);
        Assert.False(destroying.IsCompleted);
        Assert.Empty(world.Writes());
        world.Simulator.World.EndOrder(order);
        return await destroying;
    }

    /// <summary>Does something that gets no answer, and lets half a minute pass once the request is out.</summary>
    public static async Task<Diagnostics> RunUnansweredAsync(this ProviderWorld world, string method, JumpingClock clock, Func<Task<Diagnostics>> callCase)
    {
        world.Simulator.Faults.Add(new FaultRule { Method = method, Times = 0, Hang = true });
        var running = callCase();
        await world.UntilAsync(running, () => world.Simulator.Faults.Hits > 0);
        Assert.False(running.IsCompleted);
        for (var i = 0; i < 2; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(15), clock);
        }

        // Only so that a limit which never comes is a failure, and does not hang.
        return await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}
