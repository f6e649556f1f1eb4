using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserversModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The data source <c>dashserv_vservers</c>: filters, and what passes them.</summary>
internal sealed class VserversModel
{
    public Value<string> NameRegex;
    public Value<string> Location;
    public Value<string> Status;
    public Value<IReadOnlyList<Value<VserverDataModel>>> Vservers;

    public static ObjectTable<VserversModel> Table { get; } = new(
        Attr.Text("name_regex", m => ref m.NameRegex).Optional().Validate(NameFilter.FindProblem)
            .Describe("Only servers whose name this regular expression finds something in."),
        Attr.Text("location", m => ref m.Location).Optional().Describe("Only servers at this location: uuid, display name or country code."),
        Attr.Text("status", m => ref m.Status).Optional().Describe("Only servers with this status, such as `okay`."),
        Attr.NestedList("vservers", VserverDataSchema.Element, m => ref m.Vservers).Computed().Describe("The servers, by id."));
}
