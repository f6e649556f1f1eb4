using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.OrderFormModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>The data source <c>dashserv_order_form</c>: what a product can be ordered with, now.</summary>
internal sealed class OrderFormModel
{
    public Value<string> Product { get; set; }

    public Value<string> DisplayName { get; set; }

    public Value<string> Type { get; set; }

    public Value<bool> Available { get; set; }

    public Value<string> DefaultPeriod { get; set; }

    public Value<IReadOnlyList<Value<FormLocationModel>>> Locations { get; set; }

    public Value<IReadOnlyList<Value<FormPeriodModel>>> Periods { get; set; }

    public Value<IReadOnlyList<Value<FormPackageModel>>> Packages { get; set; }

    public Value<IReadOnlyList<Value<FormOptionModel>>> Options { get; set; }

    public static ObjectTable<OrderFormModel> Table { get; } = new(
        Attr.Text("product", m => m.Product, (m, v) => m.Product = v).Required().Validate(Rules.NotEmpty())
            .Describe("Name of the form: `vserver:configure`, `vserver`, `dedicated-server:MODEL`, `webhosting`…"),
        Attr.Text("display_name", m => m.DisplayName, (m, v) => m.DisplayName = v).Computed().Describe("What people read."),
        Attr.Text("type", m => m.Type, (m, v) => m.Type = v).Computed().Describe("`options`, or `packages` where one package is chosen."),
        Attr.Bool("available", m => m.Available, (m, v) => m.Available = v).Computed().Describe("Whether it can be ordered now."),
        Attr.Text("default_period", m => m.DefaultPeriod, (m, v) => m.DefaultPeriod = v).Computed().Describe("The uuid of the period that is used where none is named."),
        Attr.NestedList("locations", FormLocationModel.Table, m => m.Locations, (m, v) => m.Locations = v).Computed().Describe("Where it can run."),
        Attr.NestedList("periods", FormPeriodModel.Table, m => m.Periods, (m, v) => m.Periods = v).Computed().Describe("For how long it can be booked."),
        Attr.NestedList("packages", FormPackageModel.Table, m => m.Packages, (m, v) => m.Packages = v).Computed().Describe("The packages, where the type is `packages`."),
        Attr.NestedList("options", FormOptionModel.Table, m => m.Options, (m, v) => m.Options = v).Computed().Describe("What an order says, with what is allowed."));
}
