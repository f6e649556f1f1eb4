namespace Dashserv.Simulator.Tests.Shapes;

/// <summary>The comparison itself must be able to fail.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2.5}""", true)]
    [InlineData("""{"a":1}""", """{"a":"1"}""", false)]
    [InlineData("""{"a":1}""", """{}""", false)]
    [InlineData("""{"a":1}""", """{"a":1,"b":1}""", false)]
    [InlineData("""{"a":null}""", """{"a":1}""", false)]
    [InlineData("""{"rdns":null}""", """{"rdns":"x"}""", true)]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"b":1},{"b":2}]}""", true)]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"b":1},{"c":2}]}""", false)]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[]}""", true)]
    [InlineData("""{"a":true}""", """{"a":false}""", true)]
    public void Differences_OfTwoValues_AreThoseOfKeysAndTypes(string sample, string actual, bool same) =>
        Assert.Equal(same, !Shape.Differences("$", JsonNode.Parse(sample), JsonNode.Parse(actual)).Any());
}
