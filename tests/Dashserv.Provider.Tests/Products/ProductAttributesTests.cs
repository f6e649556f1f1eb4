using Dashserv.Provider.Products;

namespace Dashserv.Provider.Tests.Products;

/// <summary>What a product's JSON may bring into the state.</summary>
public sealed class ProductAttributesTests
{
    [Theory]
    [InlineData("""{"uuid":"a","payment":{"hours":3},"name":"b"}""", """{"uuid":"a","name":"b"}""")]
    [InlineData("""{"network":{"traffic":{"ingoing":5},"public":{"ip":"1.2.3.4"}},"stats":{}}""", """{"network":{"public":{"ip":"1.2.3.4"}}}""")]
    [InlineData("""{"ftp":[{"user":"web","password":"x"},{"user":"y","rootPassword":"z","apiToken":"t"}]}""", """{"ftp":[{"user":"web"},{"user":"y"}]}""")]
    [InlineData("[1,2]", "[1,2]")]
    public void Of_MovingOrSecretMembers_AreLeftOutAtAnyDepth(string json, string expected) => Assert.Equal(expected, ProductAttributes.Of(json));
}
