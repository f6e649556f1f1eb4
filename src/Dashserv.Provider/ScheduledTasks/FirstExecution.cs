using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary>Whether the API has understood when a task is to run first: the zone of its times is not documented, and one hour a year happens twice.</summary>
internal static class FirstExecution
{
    public static void Check(Value<string> wanted, ScheduledTask task, DateTimeOffset now, Diagnostics diagnostics)
    {
        if (wanted.IsKnown && BerlinTime.Read(wanted.Known) is { } first && first > now && task is { LastRunAt: null, NextRunAt: { } next } && next != first)
        {
            diagnostics.Warning(
                "first_execution",
                "The first execution is at another time",
                $"It was to be at {Timestamp.Of(first)}; the API says {Timestamp.Of(next)}. It was asked for {BerlinTime.ToApi(wanted.Known)} in Germany's "
                    + "time, which is how the API counts. "
                + "In the night in which summer time ends, 02:00 to 03:00 happens twice, and the API means the first. If the time matters, choose another.");
        }
    }
}
