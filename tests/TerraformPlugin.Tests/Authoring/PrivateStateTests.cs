using System.Text;
using TerraformPlugin.Authoring;

namespace TerraformPlugin.Tests.Authoring;

public sealed class PrivateStateTests
{
    [Fact]
    public void Write_OfNotes_IsReadAgain()
    {
        var state = new PrivateState { ["b"] = "2", ["a"] = "1" };

        var read = PrivateState.Read(state.Write());

        Assert.Equal(("1", "2", null), (read["a"], read["b"], read["c"]));
    }

    [Fact]
    public void Write_OfNothing_IsEmpty()
    {
        Assert.Empty(new PrivateState { ["a"] = null }.Write());
        Assert.Empty(PrivateState.Read(default).Write());
    }

    [Theory]
    [InlineData("\u0001\u0002")]
    [InlineData("[1]")]
    [InlineData("""{"a": "1", "b": 2}""")]
    public void Write_AfterBytesThatAreNotOurs_KeepsThemUntilSomethingIsNoted(string foreign)
    {
        var bytes = Encoding.UTF8.GetBytes(foreign);
        var state = PrivateState.Read(bytes);

        Assert.Null(state["a"]);
        Assert.Equal(bytes, state.Write());

        state["c"] = "3";
        Assert.Equal("""{"c":"3"}""", Encoding.UTF8.GetString(state.Write()));
    }
}
