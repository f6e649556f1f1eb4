using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Vservers.VserverImageModel>;

namespace Dashserv.Provider.Vservers;

/// <summary>An operating system in <c>dashserv_vserver_images</c>.</summary>
internal sealed class VserverImageModel
{
    public Value<string> Name { get; set; }

    public Value<string> DisplayName { get; set; }

    public Value<string> Group { get; set; }

    public Value<string> Version { get; set; }

    public static ObjectTable<VserverImageModel> Table { get; } = new(
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("What a configuration says, such as `debian11`."),
        Attr.Text("display_name", m => m.DisplayName, (m, v) => m.DisplayName = v).Computed().Describe("Such as `Debian 11`."),
        Attr.Text("group", m => m.Group, (m, v) => m.Group = v).Computed().Describe("The distribution, such as `debian`."),
        Attr.Text("version", m => m.Version, (m, v) => m.Version = v).Computed().Describe("Such as `11`."));
}
