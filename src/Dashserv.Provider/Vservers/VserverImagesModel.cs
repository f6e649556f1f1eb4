using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverImagesModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The data source <c>dashserv_vserver_images</c>.</summary>
internal sealed class VserverImagesModel
{
    public Value<string> Group { get; set; }

    public Value<IReadOnlyList<Value<VserverImageModel>>> Images { get; set; }

    public static ObjectTable<VserverImagesModel> Table { get; } = new(
        Attr.Text("group", m => m.Group, (m, v) => m.Group = v).Optional().Describe("Only images of this distribution, such as `debian`."),
        Attr.NestedList("images", VserverImageModel.Table, m => m.Images, (m, v) => m.Images = v).Computed().Describe("The images, in the API's order."));
}
