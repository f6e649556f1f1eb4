using CoreHarness;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Read;

public sealed class VserverImagesDataSourceTests
{
    private const string Type = "dashserv_vserver_images";

    [Fact]
    public async Task Read_NoFilter_ListsAllInTheApisOrder()
    {
        await using var world = await ProviderWorld.StartAsync();
        var data = await world.Core.ReadDataAsync(Type, Config.Empty);
        Assert.Empty(data.Diagnostics);
        Assert.Equal(9, Images(data).Count);
        Assert.Equal(
            ("debian11", "Debian 11 - Eingeschränkt", "debian", "11"),
            (data["images[2].name"], data["images[2].display_name"], data["images[2].group"], data["images[2].version"]));
    }

    [Theory]
    [InlineData("debian", "debian10 debian11")]
    [InlineData("DEBIAN", "debian10 debian11")]
    [InlineData("windows", "windows2019")]
    [InlineData("beos", "")]
    public async Task Read_Group_LetsOnlyItPass(string group, string names)
    {
        await using var world = await ProviderWorld.StartAsync();
        var data = await world.Core.ReadDataAsync(Type, Config.Of(("group", group)));
        Assert.Equal(names, string.Join(' ', Images(data).Select(i => ((TfString)((TfMapping)i)["name"]).Text)));
    }

    [Fact]
    public async Task Read_EachName_CanBeOrdered()
    {
        await using var world = await ProviderWorld.StartAsync();
        var data = await world.Core.ReadDataAsync(Type, Config.Empty);
        foreach (var image in Images(data).Cast<TfMapping>())
        {
            Assert.False((await world.Vserver().PlanAsync(TestVserver.Config.With("image", image["name"]))).HasErrors);
            Assert.False((await world.Vserver().PlanAsync(TestVserver.Config.With("image", image["display_name"]))).HasErrors);
        }
    }

    [Fact]
    public async Task Read_TheListFails_IsAnErrorAndIsAskedForAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Status = 403, Word = "forbidden" });
        Assert.Contains(
            "read permission", ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Empty)).Diagnostics).Detail, StringComparison.Ordinal);
        Assert.Empty((await world.Core.ReadDataAsync(Type, Config.Empty)).Diagnostics);
    }

    private static IReadOnlyList<TfValue> Images(DataResult data) => Assert.IsType<TfSequence>(((TfMapping)data.Value)["images"]).Elements;
}
