using CsCheck;
using Dashserv.Api.Polling;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Polling;

public sealed class PollerProperties
{
    private static readonly PollSchedule Schedule = new();

    /// <summary>A status, or null for a look that fails and may be repeated.</summary>
    private static readonly Gen<string?> Look = Gen.OneOfConst<string?>("installing", "wait_for_host", "okay", null, null);

    [Fact]
    public Task UntilAsync_AnySequenceOfLooks_WaitsBySchedule() => Look.Array[0, 30].SampleAsync(
        async looks =>
        {
            var (time, next) = (new JumpingTime(), 0);
            var poll = Poller.UntilAsync(
                Schedule,
                time,
                async _ => await Task.FromResult(next == looks.Length ? "done" : looks[next++] ?? throw TestFailure.Of(ApiErrorKind.OutcomeUnknown)),
                status => status,
                status => status == "done",
                Given.CancellationToken);
            var (waits, survives) = Expected(looks);
            if (survives)
            {
                await poll;
            }
            else
            {
                await Assert.ThrowsAsync<ApiException>(() => poll);
            }

            Assert.Equal(waits, time.Waits);
        },
        iter: 500);

    [Fact]
    public void After_AnySchedule_GrowsAndStaysWithinItsBounds() =>
        Gen.Select(Gen.Int[1, 60_000], Gen.Int[1, 60_000], Gen.Double[1, 4], Gen.Int[1, 60_000]).Sample(
        (first, longest, growth, wait) =>
        {
            var schedule = new PollSchedule { First = TimeSpan.FromMilliseconds(first), Longest = TimeSpan.FromMilliseconds(longest), Growth = growth };
            var (bound, before) = (TimeSpan.FromMilliseconds(Math.Max(first, longest)), TimeSpan.FromMilliseconds(wait));
            var after = schedule.After(before);
            Assert.True(after <= bound);
            Assert.True(after == bound || (after - (before * growth)).Duration() <= TimeSpan.FromTicks(1));
        });

    /// <summary>Each wait is as long as its place in the row since the last change says.</summary>
    private static (List<TimeSpan> Waits, bool Survives) Expected(string?[] looks)
    {
        var (waits, inRow, failures, last) = (new List<TimeSpan>(), 0, 0, looks.FirstOrDefault(look => look is not null));
        foreach (var look in looks)
        {
            failures = look is null ? failures + 1 : 0;
            if (failures > 3)
            {
                return (waits, false);
            }

            if (look is not null && look != last)
            {
                (inRow, last) = (0, look);
            }

            waits.Add(TimeSpan.FromSeconds(Math.Min(15, 2 * Math.Pow(1.5, inRow++))));
        }

        return (waits, true);
    }
}
