using CoreHarness;
using Dashserv.Provider.Tests.Ordering;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>The calls of a dedicated server's order, delivery, refresh and end, and what is told when they fail.</summary>
internal static class DedicatedServerCallCases
{
    private const string Server = "/v1/product/dedicated-server/*";
    private const string Templates = "GET /v1/product/dedicated-server/templates";
    private const string NoTemplates = "The templates can't be had";
    private const string NoNames = "The names of operating systems for dedicated-server:h5HGC can't be had";
    private const string NoModels = "The models on offer can't be had";
    private const string Waits = "Apply again to go on waiting for it: it will not be ordered again.";
    private const string CannotRead = "Could not read the dedicated server";
    private const string Kept = "Nothing was removed from the state.";
    private const string Gone = "does not exist";
    private const string NotEnded = "It was not terminated, and goes on costing money; it is in the state.";

    private static readonly OrderCallCases Orders =
        new("dedicated server", TestDedicatedServer.Type, "dedicated-server:h5HGC", "model", TestDedicatedServer.Bare);

    private static readonly Config Managed = TestDedicatedServer.Bare.With("power_state", "online");

    private static readonly Config Careful = TestDedicatedServer.Bare.With("shutdown_before_destroy", true);

    public static CallCases All { get; } = new(
        [
            .. Orders.Asking,
            New("plan: templates", CaseStage.Plan, Templates, NoTemplates, "Nothing was ordered. To plan")
                with { PlanChecks = true, On = "template", Gone = (NoTemplates, "template", Gone) },
            New("plan: models", CaseStage.Plan, "GET /v1/product/dedicated-server/models", NoModels, "Nothing was ordered. To plan")
                with { PlanChecks = true, On = "model", Gone = (NoModels, "model", Gone) },
            New("create: templates", CaseStage.Apply, Templates, NoNames, "Nothing was ordered.") with { On = "template", Gone = (NoNames, "template", Gone) },
            Followed("create: network", $"GET {Server}/network") with { Gone = ("Not ready yet", "", Gone) },
            Followed("create: installation's status on delivery", $"GET {Server}/installation/status")
                with { IsSecret = true, Gone = ("Not ready yet", "", Gone) },
            Followed("create: installation's status when it was begun", $"GET {Server}/installation/status")
                with { IsSecret = true, Skip = 3, Writes = 2, Gone = ("Not ready yet", "", Gone) },
            Have("refresh: network", Managed, CaseStage.Refresh, $"GET {Server}/network", CannotRead, Kept) with { Gone = (CannotRead, "", Gone) },
            Have("refresh: installation's status", Managed, CaseStage.Refresh, $"GET {Server}/installation/status", CannotRead, Kept)
                with { IsSecret = true, Gone = (CannotRead, "", Gone) },
            Have("refresh: status", Managed, CaseStage.Refresh, $"GET regex:^/v1/product/dedicated-server/[^/]+/status$", CannotRead, Kept)
                with { Gone = (CannotRead, "", Gone) },
            Have("destroy: status before the shutdown", Careful, CaseStage.Destroy, "GET regex:^/v1/product/dedicated-server/[^/]+/status$",
                "Could not destroy the dedicated server", NotEnded) with
            {
                Except = IsNoReasonToKeepIt,
            },
        ],
        [
            .. Orders.Doing,
            New("create: installation", CaseStage.Apply, $"POST {Server}/installation/create", "Debian 11 (Bullseye) was not installed",
                "Nothing was wiped. The server goes on existing, and costing money") with
            {
                On = "template", Writes = 2, Severity = TerraformPlugin.Values.Severity.Warning, After = StateAfter.Tracked,
                Next = "next apply tries to install it again",
                Gone = ("Debian 11 (Bullseye) was not installed", "template", Gone),
            },
            Have("destroy: shutdown", Careful, CaseStage.Destroy, $"POST {Server}/actions/shutdown", "Could not destroy the dedicated server", NotEnded) with
            {
                Writes = 1, Except = IsNoReasonToKeepIt,
            },
        ],
        [.. Orders.Lost]);

    // A server that would not be shut down is terminated all the same, with a warning.
    private static bool IsNoReasonToKeepIt(ApiFailing failing) => failing.Next.Contains("own words", StringComparison.Ordinal);

    private static CallCase New(string name, CaseStage stage, string call, string summary, string standing) => new(name, stage, call, summary, standing)
    {
        Arrange = world => Task.FromResult((world.Dedicated(), TestDedicatedServer.Config)),
    };

    private static CallCase Followed(string name, string call) => New(name, CaseStage.Apply, call, "Not ready yet", Waits) with
    {
        Severity = TerraformPlugin.Values.Severity.Warning,
        After = StateAfter.Tracked,
        Writes = 1,
        Next = "",
    };

    private static CallCase Have(string name, Config config, CaseStage stage, string call, string summary, string standing) =>
        New(name, stage, call, summary, standing) with
        {
            Arrange = async world => (await world.CreateAsync(TestDedicatedServer.Type, config), config),
        };
}
