using Dashserv.Provider.Inventory;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserversModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The data source <c>dashserv_vservers</c>: filters, and what passes them.</summary>
internal sealed class VserversModel
{
    public Value<string> NameRegex { get; set; }

    public Value<string> Location { get; set; }

    public Value<string> Status { get; set; }

    public Value<IReadOnlyList<Value<VserverDataModel>>> Vservers { get; set; }

    public static ObjectTable<VserversModel> Table { get; } = new(
        Attr.Text("name_regex", m => m.NameRegex, (m, v) => m.NameRegex = v).Optional().Validate(NameFilter.FindProblem)
            .Describe("Only servers whose name this regular expression finds something in."),
        Attr.Text("location", m => m.Location, (m, v) => m.Location = v).Optional().Describe("Only servers at this location: uuid, display name or country code."),
        Attr.Text("status", m => m.Status, (m, v) => m.Status = v).Optional().Describe("Only servers with this status, such as `okay`."),
        Attr.NestedList("vservers", VserverDataSchema.Element, m => m.Vservers, (m, v) => m.Vservers = v).Computed().Describe("The servers, by id."));
}
