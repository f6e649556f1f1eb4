using Dashserv.Api.Models;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>The lines that the tables of all ordered resources share.</summary>
internal static class OrderedAttributes
{
    public static Attr<TModel>[] All<TModel>()
        where TModel : OrderedModel, new() =>
    [
        Attr<TModel>.Text("location", m => ref m.Location).Optional().Computed().UseStateForUnknown().Validate(Validators.NotEmpty())
            .Describe(
                "Where it runs: uuid, display name, or country code where it is the only one there. Needed if there is more than one location. A change "
                    + "replaces the resource."),
        Attr<TModel>.Text("period", m => ref m.Period).Optional().Validate(Validators.NotEmpty())
            .Describe(
                "Billing period: uuid or display name; the order form's default where it is left out. Resellers are billed by the hour all the same. No "
                    + "effect after the create."),
        Attr<TModel>.Of("options", Codecs.Map(Codecs.Text), m => ref m.Options).Optional()
            .Describe("Further options of the order form, by the form's own names. See the data source `dashserv_order_form`. A change replaces the resource."),
        Attr<TModel>.Bool("deletion_protection", m => ref m.DeletionProtection).Default(false)
            .Describe("While true, a plan that destroys or replaces the resource fails. Set it to false and apply first."),
        Attr<TModel>.Text("on_destroy", m => ref m.OnDestroy).Default("terminate").Validate(Validators.OneOf("terminate", "abandon"))
            .Describe("`terminate` (default), or `abandon`: leave the product running, and paid for, and only drop it from the state."),
        Attr<TModel>.Text("on_drift", m => ref m.OnDrift).Default("warn").Validate(Validators.OneOf("warn", "repair"))
            .Describe(
                "What a change does that nobody made in the configuration (renamed in the panel, moved by dashserv, another system installed) and that only a "
                    + "replacement or a reinstallation would undo: `warn` (default; the state keeps your word, each plan warns, and today's word in the "
                    + "configuration is taken over in place), or `repair` (it is planned back)."),
        Attr<TModel>.Number("max_monthly_price", m => ref m.MaxMonthlyPrice).Optional().Validate(Validators.Positive<TfNumber>(0L))
            .Describe("EUR per month including tax. A plan whose quote is higher fails."),
        Attr<TModel>.Number("max_due_today", m => ref m.MaxDueToday).Optional().Validate(Validators.Positive<TfNumber>(0L))
            .Describe("EUR including tax that may be charged at once: the first period, and the setup. A plan whose quote is higher fails."),
        Attr<TModel>.Text("on_create_timeout", m => ref m.OnCreateTimeout).Default("resume").Validate(Validators.OneOf("resume", "fail"))
            .Describe(
                "When the order is not delivered in time: `resume` (default; a warning, and the next apply goes on waiting for the same order) or `fail` (the "
                    + "next apply replaces it). A provisioner of the resource fails on what is not known yet, and taints it: put provisioners on a "
                    + "`terraform_data`."),
        Attr<TModel>.Single("timeouts", TimeoutsModel.Table, m => ref m.Timeouts).Optional()
            .Describe("How long each operation may take: create 30m, read 2m, update 30m, delete 15m unless said otherwise."),
        Attr<TModel>.Text("id", m => ref m.Id).Computed().UseStateForUnknown().From((IProduct p) => p.Uuid)
            .Describe("The product's uuid; null while the order is not delivered."),
        Attr<TModel>.Text("order_id", m => ref m.OrderId).Computed().UseStateForUnknown().Describe("The order's uuid; null after an import."),
        Attr<TModel>.Text("status", m => ref m.Status).Computed().UseStateForUnknown().From((IProduct p) => p.Status)
            .Describe("The API's word in lower case: `okay`, `installing`, `wait_for_host` (hardware is awaited), `locked`…"),
        Attr<TModel>.Decimal("monthly_price", m => ref m.MonthlyPrice).Computed().UseStateForUnknown().From((IProduct p) => Prices.Monthly(p.Payment))
            .Describe("EUR per month including tax, as billed."),
        Attr<TModel>.Decimal("hourly_price", m => ref m.HourlyPrice).Computed().UseStateForUnknown().From((IProduct p) => Prices.Hourly(p.Payment))
            .Describe("EUR per hour including tax, as billed."),
        Attr<TModel>.Single("quote", QuoteModel.Table, m => ref m.Quote).Computed().UseStateForUnknown()
            .Describe("What the last order or resize costs, known in its plan; null after an import."),
    ];
}
