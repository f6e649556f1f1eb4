using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.OrderFormModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>The data source <c>dashserv_order_form</c>: what a product can be ordered with, now.</summary>
internal sealed class OrderFormModel
{
    public Value<string> Product;
    public Value<string> DisplayName;
    public Value<string> Type;
    public Value<bool> Available;
    public Value<string> DefaultPeriod;
    public Value<IReadOnlyList<Value<FormLocationModel>>> Locations;
    public Value<IReadOnlyList<Value<FormPeriodModel>>> Periods;
    public Value<IReadOnlyList<Value<FormPackageModel>>> Packages;
    public Value<IReadOnlyList<Value<FormOptionModel>>> Options;

    public static ObjectTable<OrderFormModel> Table { get; } = new(
        Attr.Text("product", m => ref m.Product).Required().Validate(Ids.FindNameProblem)
            .Describe("Name of the form: `vserver:configure`, `vserver`, `dedicated-server:MODEL`, `webhosting`…"),
        Attr.Text("display_name", m => ref m.DisplayName).Computed().Describe("What people read."),
        Attr.Text("type", m => ref m.Type).Computed().Describe("`options`, or `packages` where one package is chosen."),
        Attr.Bool("available", m => ref m.Available).Computed().Describe("Whether it can be ordered now."),
        Attr.Text("default_period", m => ref m.DefaultPeriod).Computed().Describe("The uuid of the period that is used where none is named."),
        Attr.NestedList("locations", FormLocationModel.Table, m => ref m.Locations).Computed().Describe("Where it can run."),
        Attr.NestedList("periods", FormPeriodModel.Table, m => ref m.Periods).Computed().Describe("For how long it can be booked."),
        Attr.NestedList("packages", FormPackageModel.Table, m => ref m.Packages).Computed().Describe("The packages, where the type is `packages`."),
        Attr.NestedList("options", FormOptionModel.Table, m => ref m.Options).Computed().Describe("What an order says, with what is allowed."));
}
