using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>The lines that the tables of all ordered resources share, said once.</summary>
internal static class CommonAttributes<TModel>
    where TModel : class, new()
{
    public static Attr<TModel, string> OnDestroy(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("on_destroy", get, set).Default("terminate").Validate(Rules.OneOf("terminate", "abandon"))
            .Describe("`terminate` (default), or `abandon`: leave the product running, and paid for, and only drop it from the state.");

    public static Attr<TModel, bool> DeletionProtection(Func<TModel, Value<bool>> get, Action<TModel, Value<bool>> set) =>
        Attr<TModel>.Bool("deletion_protection", get, set).Default(false)
            .Describe("While true, a plan that destroys or replaces the resource fails. Set it to false and apply first.");

    public static Attr<TModel, decimal> MaxMonthlyPrice(Func<TModel, Value<decimal>> get, Action<TModel, Value<decimal>> set) =>
        Attr<TModel>.Decimal("max_monthly_price", get, set).Optional().Validate(Rules.Positive())
            .Describe("EUR per month including tax. A plan whose quote is higher fails.");

    public static Attr<TModel, string> OnCreateTimeout(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("on_create_timeout", get, set).Default("resume").Validate(Rules.OneOf("resume", "fail"))
            .Describe("When the order is not delivered in time: `resume` (default; a warning, and the next apply goes on waiting for the same order) or `fail` (the next apply replaces it).");

    public static Attr<TModel, TimeoutsModel> Timeouts(Func<TModel, Value<TimeoutsModel>> get, Action<TModel, Value<TimeoutsModel>> set) =>
        Attr<TModel>.Single("timeouts", TimeoutsModel.Table, get, set).Optional()
            .Describe("How long each operation may take: create 30m, read 2m, update 30m, delete 15m unless said otherwise.");

    public static Attr<TModel, string> Period(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("period", get, set).Optional().Validate(Rules.NotEmpty())
            .Describe("Billing period: uuid or display name; the order form's default where it is left out. Resellers are billed by the hour all the same. No effect after the create.");

    public static Attr<TModel, string> Location(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("location", get, set).Optional().Computed().Stable().Validate(Rules.NotEmpty())
            .Describe("Where it runs: uuid, display name, or country code where it is the only one there. Needed if there is more than one location. A change replaces the resource.");

    public static Attr<TModel, IReadOnlyDictionary<string, Value<string>>> Options(
        Func<TModel, Value<IReadOnlyDictionary<string, Value<string>>>> get, Action<TModel, Value<IReadOnlyDictionary<string, Value<string>>>> set) =>
        Attr<TModel>.Of("options", Codecs.Map(Codecs.Text), get, set).Optional()
            .Describe("Further options of the order form, by the form's own names. See the data source `dashserv_order_form`. A change replaces the resource.");

    public static Attr<TModel, string> OnOsChange(string attributes, Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("on_os_change", get, set).Default("replace").Validate(Rules.OneOf("replace", "reinstall", "error"))
            .Describe($"What a change of {attributes} does: `replace` the server (default), `reinstall` it in place (same address; wipes the disk), or fail the plan with an `error`.");

    public static Attr<TModel, IReadOnlyDictionary<string, Value<string>>> ReinstallTriggers(
        Func<TModel, Value<IReadOnlyDictionary<string, Value<string>>>> get, Action<TModel, Value<IReadOnlyDictionary<string, Value<string>>>> set) =>
        Attr<TModel>.Of("reinstall_triggers", Codecs.Map(Codecs.Text), get, set).Optional()
            .Describe("Any values; a change of them reinstalls the server in place, which wipes the disk. Adding or removing the argument as a whole does not.");

    public static Attr<TModel, string> PowerState(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("power_state", get, set).Optional().Validate(Rules.OneOf("online", "offline"))
            .Describe("`online` or `offline`: kept so. Left out, the power state is neither read nor changed.");

    public static Attr<TModel, string> ShutdownTimeout(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("shutdown_timeout", get, set).Default("2m").Validate(Rules.Duration()).Describe("How long an ACPI shutdown may take.");

    public static Attr<TModel, bool> ForceStop(Func<TModel, Value<bool>> get, Action<TModel, Value<bool>> set) =>
        Attr<TModel>.Bool("force_stop", get, set).Default(false)
            .Describe("Whether to pull the plug on a server that does not shut down in time. What it has not written to disk is lost.");

    public static Attr<TModel, bool> ShutdownBeforeDestroy(Func<TModel, Value<bool>> get, Action<TModel, Value<bool>> set) =>
        Attr<TModel>.Bool("shutdown_before_destroy", get, set).Default(false).Describe("Whether to shut the server down before it is terminated.");

    public static Attr<TModel, string> Id(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("id", get, set).Computed().Stable().Describe("The product's uuid; null while the order is not delivered.");

    public static Attr<TModel, string> OrderId(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("order_id", get, set).Computed().Stable().Describe("The order's uuid; null after an import.");

    public static Attr<TModel, string> Status(Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        Attr<TModel>.Text("status", get, set).Computed().Stable()
            .Describe("The API's word in lower case: `okay`, `installing`, `wait_for_host` (hardware is awaited), `locked`…");

    public static Attr<TModel, decimal> MonthlyPrice(Func<TModel, Value<decimal>> get, Action<TModel, Value<decimal>> set) =>
        Attr<TModel>.Decimal("monthly_price", get, set).Computed().Stable().Describe("EUR per month including tax, as billed.");

    public static Attr<TModel, decimal> HourlyPrice(Func<TModel, Value<decimal>> get, Action<TModel, Value<decimal>> set) =>
        Attr<TModel>.Decimal("hourly_price", get, set).Computed().Stable().Describe("EUR per hour including tax, as billed.");

    public static Attr<TModel, QuoteModel> Quote(Func<TModel, Value<QuoteModel>> get, Action<TModel, Value<QuoteModel>> set) =>
        Attr<TModel>.Single("quote", QuoteModel.Table, get, set).Computed().Stable()
            .Describe("What the last order or resize costs, known in its plan; null after an import.");
}
