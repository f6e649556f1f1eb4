using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.ScheduledTasks;

/// <summary>The scheduled task most tests begin with: one that does nothing to a vserver which runs.</summary>
internal static class TestScheduledTasks
{
    public const string Type = "dashserv_scheduled_task";
    public const string Requests = "/v1/product/vserver/*/tasks/scheduled";

    public static Config Config(string vserver) => CoreHarness.Config.Of(("vserver_id", vserver), ("interval", "DAILY"), ("command", "START"));

    public static Config WithFirst(this Config config, string? first) => config.With("first_execution", first);

    public static async Task<ResourceInstance> CreateTaskAsync(this ProviderWorld world, Func<Config, Config>? change = null)
    {
        var config = Config(world.SeedVserver());
        return await world.CreateAsync(Type, change is null ? config : change(config));
    }

    public static int TasksAsked(this ProviderWorld world) => world.Simulator.Journal.Count(Requests, "POST");

    /// <summary>From now on, or after so many looks, this is the list of scheduled tasks.</summary>
    public static void ListTasks(this ProviderWorld world, string entries, int skip = 0, int times = 0) => world.Simulator.Faults.Add(
        new FaultRule { Method = "GET", Path = Requests, Skip = skip, Times = times, Status = 200, Text = $$"""{"success":true,"data":[{{entries}}]}""" });

    public static string Entry(
        object? id, string interval = "DAILY", string command = "START", string last = "null", string next = "1647591660", string status = "ACTIVE") =>
        $$$"""{"uuid":"{{{id}}}","status":"{{{status}}}","interval":"{{{interval}}}","command":"{{{command}}}","unix":{"created":"1893553445","execution":{"last":{{{last}}},"next":{{{next}}} } } }""";
}
