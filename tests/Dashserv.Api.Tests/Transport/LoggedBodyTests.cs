using System.Net;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Transport;

/// <summary>What of a call is in the log, and in an error.</summary>
public sealed class LoggedBodyTests
{
    [Fact]
    public async Task Order_SentAndAnswered_IsInNoLog()
    {
        using var given = new Given();
        given.Api.Data("\"B86uM\"");
        await given.Client.Orders.PlaceAsync("webhosting", [new("domain", "my-domain.example")], Given.CancellationToken);
        Assert.DoesNotContain("my-domain", given.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("B86uM", given.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Product_Read_IsInNoLog()
    {
        using var given = new Given();
        given.Api.Data("""[{"uuid":"lLPgX","note":"the door's code is 4711"}]""");
        await given.Client.Products.ListAsync("webhosting", Given.CancellationToken);
        Assert.DoesNotContain("4711", given.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoggedBody_FieldCalledLikeASecret_IsWithheldHoweverDeep()
    {
        using var given = new Given();
        given.Api.Data("""[{"name":"centos8","defaults":{"rootPw":["hunter2"],"ssh":{"keys":{"a":"hunter3"}}},"visible":true,"size":1.50}]""");
        await given.Client.Vservers.ImagesAsync(Given.CancellationToken);
        Assert.Contains("centos8", given.Log.All, StringComparison.Ordinal);
        Assert.Contains("1.50", given.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", given.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"field":"data[comment]","value":"ab1","msg":"too_short"}""")]
    [InlineData("""{"field":"comment","value":"from-a-variable","msg":"from-a-variable is too short"}""")]
    [InlineData("""{"field":"elsewhere","value":"from-a-variable","msg":"too_short"}""")]
    public async Task RefusedField_UsersOwnText_IsInNeitherErrorNorLog(string data)
    {
        using var given = new Given();
        given.Api.Data(data, HttpStatusCode.UnprocessableEntity);
        var value = data.Contains("ab1", StringComparison.Ordinal) ? "ab1" : "from-a-variable";

        var e = await Assert.ThrowsAsync<ApiException>(
            () => given.Client.Orders.PlaceAsync("webhosting", [new("comment", value) { IsSecret = true }], Given.CancellationToken));

        Assert.DoesNotContain(value, $"{e} {e.Word} {e.Value} {e.Reason} {given.Log.All}", StringComparison.Ordinal);
        Assert.Contains("too_short".Split('_')[0], e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedField_CalledLikeASecret_IsToldWithoutItsValue()
    {
        using var given = new Given();
        given.Api.Data("""{"field":"root_password","value":"hunter2","msg":"too_short"}""", HttpStatusCode.UnprocessableEntity);

        var e = await Assert.ThrowsAsync<ApiException>(
            () => given.Client.Orders.PlaceAsync("webhosting", [new("root_password", "hunter2")], Given.CancellationToken));

        Assert.Contains("'root_password' with the value '(withheld)': too_short", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", $"{e} {e.Word} {e.Value}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterCall_QuotesWhatAnOrderHasSent_IsWithheld()
    {
        using var given = new Given();
        given.Api.Data("\"B86uM\"").Data("\"domain from-a-variable.example is taken\"", HttpStatusCode.PreconditionFailed);
        await given.Client.Orders.PlaceAsync("webhosting", [new("domain", "from-a-variable.example") { IsSecret = true }], Given.CancellationToken);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.GetAsync("B86uM", Given.CancellationToken));

        Assert.Contains("domain (withheld) is taken", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":false,"data":{"text":"no","password":"hunter2"}}""")]
    [InlineData("""{"success":true,"data":{"uuid":"lLPgX","password":"hunter2","broken":""")]
    public async Task Failure_AnswerHasASecret_IsQuotedWithoutIt(string answer)
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Answer(answer, HttpStatusCode.PreconditionFailed);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Products.GetAsync("webhosting", "lLPgX", Given.CancellationToken));

        Assert.DoesNotContain("hunter2", $"{e} {e.Word}", StringComparison.Ordinal);
        Assert.Contains("(withheld)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_OnceAnswered_IsInNoLaterError()
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Data("\"yYD94GAnTJC761dT\"").Data("\"the password yYD94GAnTJC761dT was not set\"", HttpStatusCode.PreconditionFailed);
        await given.Client.Vservers.ResetPasswordAsync("lLPgX", Given.CancellationToken);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.StatusAsync("lLPgX", Given.CancellationToken));

        Assert.DoesNotContain("yYD94GAnTJC761dT", e.ToString() + given.Log.All, StringComparison.Ordinal);
    }
}
