using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverImageModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>An operating system in <c>dashserv_vserver_images</c>.</summary>
internal sealed class VserverImageModel
{
    public Value<string> Name;
    public Value<string> DisplayName;
    public Value<string> Group;
    public Value<string> Version;

    public static ObjectTable<VserverImageModel> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Computed().Describe("What a configuration says, such as `debian11`."),
        Attr.Text("display_name", m => ref m.DisplayName).Computed().Describe("Such as `Debian 11`."),
        Attr.Text("group", m => ref m.Group).Computed().Describe("The distribution, such as `debian`."),
        Attr.Text("version", m => ref m.Version).Computed().Describe("Such as `11`."));
}
