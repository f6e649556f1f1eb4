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
    [InlineData("""{"a":1,"pw":"x","vncPin":"1","otp":["2"],"sshKeys":[{"k":"v"}],"licenseKey":"z","epp":"q"}""", """{"a":1}""")]
    [InlineData("""{"git":"https://me:hunter2@git.example/x"}""", """{"git":"https://(withheld)@git.example/x"}""")]
    public void Of_MovingOrSecretMembers_AreLeftOutAtAnyDepth(string json, string expected) => Assert.Equal(expected, ProductAttributes.Of(json));

    [Fact]
    public void AttributesJson_WhateverIsLeft_IsSensitive() =>
        Assert.True(Assert.Single(ProductModel.Schema.Table.Attributes, a => a.Name == "attributes_json").IsSensitive);
}
