namespace TerraformPlugin.Tests.Schema;

public sealed class ObjectTableTests
{
    [Fact]
    public void Line_ByItsName_IsTheAttribute() => Assert.Same(MachineModel.Table.Attributes[1], MachineModel.Table["cores"]);

    [Fact]
    public void Line_OfANameThatIsNotThere_IsRefusedByName()
    {
        var e = Assert.Throws<ArgumentException>(() => MachineModel.Table["Cores"]);

        Assert.Contains("\"Cores\"", e.Message, StringComparison.Ordinal);
    }
}
