using System.Text.Json;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Models;

/// <summary>An id that the API answers goes into URLs, and into blocks that people copy.</summary>
public sealed class IdTests
{
    [Theory]
    [InlineData("lLPgX", true)]
    [InlineData("a_b-C9", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("../../x", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("a\" }", false)]
    [InlineData("${x}", false)]
    [InlineData("ä", false)]
    public async Task Uuid_Answered_IsOneOrLeftOut(string uuid, bool isOne)
    {
        Assert.Equal(isOne, ApiId.IsOne(uuid));
        using var given = new Given();
        given.Api.Data($$"""[{"uuid":{{JsonSerializer.Serialize(uuid)}}},{"uuid":"last"}]""");
        Assert.Equal(isOne ? [uuid, "last"] : ["last"], await given.Client.Products.IdsAsync("webhosting", Given.CancellationToken));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a\" }")]
    public async Task ProductOfAnOrder_NoId_IsAnUnexpectedAnswer(string uuid)
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Data($$"""{"uuid":"B86uM","status":"okay","productuuid":{{JsonSerializer.Serialize(uuid)}}}""");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.GetAsync("B86uM", Given.CancellationToken));

        Assert.Equal(ApiErrorKind.UnexpectedAnswer, e.Kind);
        Assert.Contains("productuuid", e.Message, StringComparison.Ordinal);
        Assert.Contains("is no id", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vserver:configure", true)]
    [InlineData("dedicated-server:h5HGC", true)]
    [InlineData("webhosting", true)]
    [InlineData("a:b:c:d", false)]
    [InlineData("a:..", false)]
    [InlineData(":", false)]
    public void Name_OfAnOrderForm_IsIdsWithColonsBetween(string name, bool isOne) => Assert.Equal(isOne, ApiId.IsName(name));

    [Fact]
    public void Id_LongerThanAnyIs_IsNone() => Assert.Equal((true, false), (ApiId.IsOne(new string('x', 64)), ApiId.IsOne(new string('x', 65))));
}
