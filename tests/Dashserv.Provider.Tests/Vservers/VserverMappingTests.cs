using Dashserv.Api.Models;
using Dashserv.Provider.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers;

/// <summary>A plan made true by what the API says, and by what is known where it says nothing.</summary>
public sealed class VserverMappingTests
{
    [Theory]
    [InlineData(null, "ordered")]
    [InlineData("told", "told")]
    public void Complete_NameLeftOpen_IsTheApisOrElseTheOneThatWasOrdered(string? told, string expected)
    {
        var plan = new VserverModel { Name = Value<string>.Unknown };
        var vserver = new Vserver { Uuid = "lLPgX", Name = told, AdditionalAddresses = [], Interfaces = [], PrivateNetworksJson = [] };
        var complete = VserverMapping.Complete(plan, new VserverModel { Name = "ordered" }, vserver);
        Assert.Equal(expected, complete.Name.Known);
    }
}
