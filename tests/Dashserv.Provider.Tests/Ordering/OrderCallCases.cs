using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>The calls that everything makes that is ordered, and what is told when they fail.</summary>
/// <param name="Noun">What a user calls it.</param>
/// <param name="Type">The resource.</param>
/// <param name="Form">The order form's name.</param>
/// <param name="Attribute">The attribute that says which form.</param>
/// <param name="Config">One to be ordered.</param>
internal sealed record OrderCallCases(string Noun, string Type, string Form, string Attribute, Config Config)
{
    private const string Order = "GET /v1/manage/order/*";
    private const string NotOrdered = "Nothing was ordered.";
    private const string PlanWithout = "Nothing was ordered. To plan";
    private const string Free = "Nothing was ordered, and nothing costs money.";
    private const string Gone = "does not exist";
    private const string Kept = "Nothing was removed from the state.";

    private static readonly Dictionary<string, string?> AnOrder = new() { ["calculate"] = null };
    private static readonly Dictionary<string, string?> AQuote = new() { ["calculate"] = "true" };

    private static readonly SimulatorOptions Slow = new() { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1) };

    private string NoForm => $"The order form of {Form} can't be had";

    private string NoQuote => $"No quote for {Form} can be had";

    private string RefusedOrder => $"The order of {Form} was refused";

    private string FormCall => $"/v1/manage/product/{Form}";

    private string Category => $"/v1/product/{Form.Split(':')[0]}";

    public IReadOnlyList<CallCase> Asking =>
    [
        New("plan: form", CaseStage.Plan, $"GET {FormCall}", NoForm, NotOrdered)
            with { PlanChecks = true, On = Attribute, Gone = ("No such product", Attribute, NotOrdered) },
        New("plan: quote", CaseStage.Plan, $"POST {FormCall}", NoQuote, PlanWithout) with
        {
            PlanChecks = true, On = Attribute, Body = AQuote, Gone = (NoQuote, Attribute, Gone), Except = f => f.OfTheRequest,
        },
        New("plan: quote of a refused order", CaseStage.Plan, $"POST {FormCall}", RefusedOrder, Free)
            with { PlanChecks = true, Body = AQuote, Except = f => !f.OfTheRequest || IsOfAField(f) },
        New("plan: quote of a refused field", CaseStage.Plan, $"POST {FormCall}", RefusedOrder, Free)
            with { PlanChecks = true, Body = AQuote, On = "options", Except = f => !IsOfAField(f) },
        New("create: form", CaseStage.Apply, $"GET {FormCall}", NoForm, NotOrdered) with { On = Attribute, Gone = ("No such product", Attribute, NotOrdered) },
        New("create: quote", CaseStage.Apply, $"POST {FormCall}", NoQuote, NotOrdered)
            with { On = Attribute, Body = AQuote, Gone = (NoQuote, Attribute, Gone), Except = f => f.OfTheRequest },
        New("create: order while it is followed", CaseStage.Apply, Order, "Not ready yet",
            "Apply again to go on waiting for it: it will not be ordered again.") with
        {
            Severity = Severity.Warning, After = StateAfter.Tracked, Writes = 1, Next = "", Gone = ("Not ready yet", "", Gone),
        },
        New("create: product while it is followed", CaseStage.Apply, $"GET regex:^{Category}/[^/]+$", "Not ready yet",
            "Apply again to go on waiting for it: it will not be ordered again.") with
        {
            Severity = Severity.Warning, After = StateAfter.Tracked, Writes = 1, Next = "",
        },
        Ordered("refresh: product", CaseStage.Refresh, $"GET regex:^{Category}/[^/]+$", $"Could not read the {Noun}", Kept),
        Pending("refresh of a pending order", CaseStage.Refresh, Order, $"Could not read the {Noun}", Kept)
            with { Gone = ("An order is unknown to the API", "", "customer panel") },
        Pending("destroy of a pending order", CaseStage.Destroy, Order, $"Could not destroy the {Noun}", "no way to cancel an order") with
        {
            Recovers = false, Gone = ("An order is unknown to the API", "", "customer panel"),
        },
    ];

    public IReadOnlyList<CallCase> Doing =>
    [
        New("order", CaseStage.Apply, $"POST {FormCall}", RefusedOrder, Free)
            with { Body = AnOrder, Writes = 1, Gone = (RefusedOrder, "", Gone), Except = IsOfAField },
        New("order with a refused field", CaseStage.Apply, $"POST {FormCall}", RefusedOrder, Free)
            with { Body = AnOrder, Writes = 1, On = "options", Except = f => !IsOfAField(f) },
        Ordered("terminate", CaseStage.Destroy, $"DELETE {Category}/*", $"The {Noun} was not terminated",
            "still exists and still costs money; it stays in the state.") with
        {
            Writes = 1, Except = IsOfTheReseller,
        },
        Ordered("terminate as no reseller", CaseStage.Destroy, $"DELETE {Category}/*", $"The {Noun} was not terminated",
            "Terminating by API is for reseller accounts.") with
        {
            Writes = 1, Except = f => !IsOfTheReseller(f),
        },
    ];

    public IReadOnlyList<CallCase> Lost =>
    [
        New("order", CaseStage.Apply, $"POST {FormCall}", "An order was sent, and its answer was lost", "it was not sent a second time") with
        {
            Body = AnOrder, Writes = 1, Retries = 2, Next = "customer panel before you apply again",
            OfTheRequest = ("The order was answered with \"quite_something\"", ""),
        },
        Ordered("terminate", CaseStage.Destroy, $"DELETE {Category}/*", $"The {Noun} was not terminated",
            "may still exist and cost money; it stays in the state.") with { Writes = 1 },
    ];

    // The field that is refused in vain is in no configuration.
    private static bool IsOfAField(ApiFailing failing) => failing.Told.Contains("flavour", StringComparison.Ordinal);

    private static bool IsOfTheReseller(ApiFailing failing) => failing.Name.StartsWith("forbidden", StringComparison.Ordinal);

    private CallCase New(string name, CaseStage stage, string call, string summary, string standing) => new($"{Noun}: {name}", stage, call, summary, standing)
    {
        Arrange = world => Task.FromResult((world.Resource(Type), Config)),
    };

    private CallCase Ordered(string name, CaseStage stage, string call, string summary, string standing) => New(name, stage, call, summary, standing) with
    {
        Arrange = async world => (await world.CreateAsync(Type, Config), Config),
    };

    private CallCase Pending(string name, CaseStage stage, string call, string summary, string standing) => New(name, stage, call, summary, standing) with
    {
        Options = Slow,
        Arrange = async world =>
        {
            var resource = world.Resource(Type);
            Assert.Equal("Not ready yet", Assert.Single(await resource.ApplyAsync(Config.With("timeouts", Config.Of(("create", "1m"))))).Summary);
            return (resource, Config);
        },
    };
}
