using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Api.Tests.Support;

/// <summary>Many who call at once, each one call after the other, in simulated time: all of it runs on one thread, as time advances.</summary>
internal static class Crowd
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    public static async Task RunAsync(FakeTimeProvider time, int callers, int calls, Func<int, Task> call)
    {
        // Away from the test's own context, in which nothing goes on where it was woken.
        await Task.Run(() =>
        {
            var (next, end) = (0, time.GetUtcNow() + Longest);
            var all = Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
            {
                while (next < calls)
                {
                    await call(next++);
                }
            }));
            while (!all.IsCompleted && time.GetUtcNow() < end)
            {
                time.Advance(Step);
            }

            // What is cancelled may end on another thread; nothing else is left to do for it.
            return all.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        });
    }
}
