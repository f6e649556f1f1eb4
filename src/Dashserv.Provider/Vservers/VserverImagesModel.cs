using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverImagesModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>The data source <c>dashserv_vserver_images</c>.</summary>
internal sealed class VserverImagesModel
{
    public Value<string> Group;
    public Value<IReadOnlyList<Value<VserverImageModel>>> Images;

    public static ObjectTable<VserverImagesModel> Table { get; } = new(
        Attr.Text("group", m => ref m.Group).Optional().Describe("Only images of this distribution, such as `debian`."),
        Attr.NestedList("images", VserverImageModel.Table, m => ref m.Images).Computed().Describe("The images, in the API's order."));
}
