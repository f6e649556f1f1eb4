using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Schema;

/// <summary>One accessor reads and writes; it may be of a base model.</summary>
public sealed class SlotTests
{
    [Fact]
    public void Slot_OfAnAttribute_IsReadAndWritten()
    {
        var model = new MachineModel { Cores = 4 };
        var line = MachineModel.Table["cores"];

        Assert.Equal((TfNumber)4L, line.EncodeFrom(model));

        line.DecodeInto(model, (TfNumber)8L, AttributePath.Root);

        Assert.Equal(8, model.Cores.Known);
    }

    [Fact]
    public void Slot_OfABaseModel_ServesADerivedOne()
    {
        Slot<NamedModel, string> slot = m => ref m.Name;
        var line = Attr<MachineModel>.Text("name", slot);
        var model = new MachineModel();

        line.DecodeInto(model, new TfString("web"), AttributePath.Root);

        Assert.Equal("web", model.Name.Known);
    }
}
