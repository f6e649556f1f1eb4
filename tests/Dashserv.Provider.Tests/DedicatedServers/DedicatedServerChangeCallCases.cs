using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>The calls by which a dedicated server is changed in place, and what is told when they fail.</summary>
internal static class DedicatedServerChangeCallCases
{
    private const string Server = "/v1/product/dedicated-server/*";
    private const string Status = "GET regex:^/v1/product/dedicated-server/[^/]+/status$";
    private const string Templates = "GET /v1/product/dedicated-server/templates";
    private const string Installation = $"GET {Server}/installation/status";
    private const string Install = $"POST {Server}/installation/create";
    private const string NotInstalled = "Debian 11 (Bullseye) was not installed";
    private const string NothingWiped = "Nothing was wiped. The server goes on existing, and costing money, as it was.";
    private const string Unfinished = "The installation of Debian 11 (Bullseye) may not be finished";
    private const string Gone = "does not exist";

    private static readonly Config Released = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "2")));

    public static CallCases All { get; } = new(
        [
            Reinstall("plan: templates", Templates, "The templates can't be had", "Nothing was done.") with
            {
                Stage = CaseStage.Plan, Arrange = RewordedAsync, On = "template", Gone = ("The templates can't be had", "template", Gone),
            },
            Reinstall("reinstall: templates", Templates, NotInstalled, NothingWiped) with { On = "template", Gone = (NotInstalled, "template", Gone) },
            Reinstall("reinstall: status before", Installation, NotInstalled, NothingWiped)
                with { On = "template", IsSecret = true, Gone = (NotInstalled, "template", Gone) },
            Reinstall("reinstall: status after", Installation, Unfinished, "The next apply waits for it, and does not begin another while it runs.") with
            {
                On = "template", IsSecret = true, Skip = 1, Writes = 1, After = StateAfter.Tracked, Next = "", Gone = (Unfinished, "template", Gone),
            },
            Reinstall(
                "reinstall: network after", $"GET {Server}/network", "Could not update the dedicated server", "What was done until now is in the state.") with
            {
                Writes = 1, After = StateAfter.Tracked, Gone = ("Could not update the dedicated server", "", Gone),
            },
            Switch("shutdown: status", "offline", Status),
            Switch("start: status", "online", Status),
        ],
        [
            Reinstall("reinstall", Install, NotInstalled, NothingWiped) with { On = "template", Writes = 1, Gone = (NotInstalled, "template", Gone) },
            Switch("shutdown", "offline", $"POST {Server}/actions/shutdown") with { Writes = 1 },
            Switch("start", "online", $"POST {Server}/actions/start") with { Writes = 1 },
            Switch("stop", "offline", $"POST {Server}/actions/stop") with { Arrange = DeafAsync, Writes = 2, Except = IsNoSuchStop, Recovers = false },
        ],
        [
            Reinstall("reinstall", Install, "The installation does not seem to have begun", "The call was not repeated")
                with { On = "template", Writes = 1, Retries = 2, Next = "The next apply tries to install it again." },
            Switch("shutdown", "offline", $"POST {Server}/actions/shutdown") with
            {
                Summary = "The server did not shut down", Standing = "still running after", Writes = 1, Retries = 2, Next = "shutdown_timeout", Gone = null,
            },
            Switch("start", "online", $"POST {Server}/actions/start") with
            {
                Summary = "Time is up", On = "timeouts", Standing = "was to be online, and is not. The answer to that was lost", Writes = 1, Retries = 2,
                Next = "Apply again",
            },
            Switch("stop", "offline", $"POST {Server}/actions/stop") with
            {
                Arrange = DeafAsync, Summary = "Time is up", On = "timeouts", Standing = "was to be offline, and is not. The answer to that was lost",
                Writes = 2, Retries = 2, Next = "Apply again", Recovers = false,
            },
        ]);

    // Where the API has no such action at all, that is told in other words.
    private static bool IsNoSuchStop(ApiFailing failing) => failing.Fault.Status is 404 or 405;

    private static CallCase Reinstall(string name, string call, string summary, string standing) => new(name, CaseStage.Apply, call, summary, standing)
    {
        Arrange =
            async world =>
                (await world.CreateAsync(TestDedicatedServer.Type, TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")))),
                    Released),
    };

    private static CallCase Switch(string name, string wanted, string call) =>
        new(name, CaseStage.Apply, call, $"The server is not {wanted} yet", "What was done until now is in the state; the next apply tries again.")
        {
            Arrange = async world => (await world.CreateAsync(TestDedicatedServer.Type, PowerOf(wanted == "online" ? "offline" : "online")), PowerOf(wanted)),
            On = "power_state",
            Next = "",
            Gone = ($"The server is not {wanted} yet", "power_state", Gone),
        };

    private static Config PowerOf(string state) => TestDedicatedServer.Bare.With("power_state", state);

    private static async Task<(ResourceInstance Server, Config Config)> DeafAsync(ProviderWorld world)
    {
        var server = await world.CreateAsync(TestDedicatedServer.Type, PowerOf("online"));
        world.Change(server, new ProductChange { ObeysAcpi = false });
        return (server, PowerOf("offline").With("force_stop", true).With("shutdown_timeout", "90s"));
    }

    private static async Task<(ResourceInstance Server, Config Config)> RewordedAsync(ProviderWorld world) =>
        (await world.CreateAsync(TestDedicatedServer.Type, TestDedicatedServer.InPlace), TestDedicatedServer.InPlace.With("template", "295"));
}
