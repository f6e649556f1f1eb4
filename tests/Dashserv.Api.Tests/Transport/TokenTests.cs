using System.Net;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Transport;

public sealed class TokenTests
{
    [Fact]
    public async Task Request_Any_CarriesTheTokenAndFormFields()
    {
        using var given = new Given();
        given.Api.Data("\"B86uM\"");

        await given.Client.Orders.PlaceAsync("dedicated-server:h5HGC", [new("os", "0"), new("hostname", "a b&c=d")], Given.CancellationToken);

        var request = Assert.Single(given.Api.Requests);
        Assert.Equal("POST /v1/manage/product/dedicated-server:h5HGC", request.Line);
        Assert.Equal("Bearer " + Given.Token, request.Authorization);
        Assert.Equal("data%5Bos%5D=0&data%5Bhostname%5D=a+b%26c%3Dd", request.Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Failure_AnswerEchoesTheToken_NeitherErrorNorLogShowsIt(HttpStatusCode status)
    {
        foreach (var body in (string[])
        [
            $$$"""{"success":false,"data":"token {{{Given.Token}}} refused"}""",
            $$$"""{"success":false,"data":{"field":"{{{Given.Token}}}","value":"{{{Given.Token}}}","msg":"{{{Given.Token}}}"}}""",
            $$$"""{"success":true,"data":{"{{{Given.Token}}}":1}}""",
            $"<html>Authorization: Bearer {Given.Token}</html>",
            $"<html>{new string('x', 190 - 6)}{Given.Token}</html>",
        ])
        {
            using var given = new Given { MaxRetries = 1 };
            given.Api.Answer(body, status, static response => response.Headers.Location = new Uri($"https://elsewhere.example/?t={Given.Token}"));

            var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

            foreach (var text in (string?[])[e.ToString(), e.Word, e.Field, e.Value, e.Reason, given.Log.All])
            {
                Assert.DoesNotContain(Given.Token, text ?? "", StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Given.Token[..10], text ?? "", StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret-part\nX: y")]
    [InlineData("secret-part ")]
    [InlineData("secret-pärt")]
    public void Client_UnusableToken_IsRefusedWithoutShowingIt(string token)
    {
        var e = Assert.Throws<ArgumentException>(
            () => new DashservClient(new DashservClientOptions { Token = token }, TimeProvider.System, new RecordingLogger()));

        Assert.DoesNotContain("secret-p", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.dashserv.io/v1")]
    [InlineData("ftp://localhost/")]
    [InlineData("https://user:pass@api.dashserv.io/v1")]
    [InlineData("https://api.dashserv.io/v1?x=y")]
    public void Client_UnusableEndpoint_IsRefused(string endpoint) =>
        Assert.Throws<ArgumentException>(
            () => new DashservClient(new DashservClientOptions { Token = "t", Endpoint = new Uri(endpoint) }, TimeProvider.System, new RecordingLogger()));

    [Fact]
    public void Options_ToString_WithholdsTheToken() =>
        Assert.DoesNotContain(Given.Token, new DashservClientOptions { Token = Given.Token }.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Password_Reset_IsInNoLog()
    {
        using var given = Given.Answering("vserver-password");

        Assert.Equal("yYD94GAnTJC761dT", await given.Client.Vservers.ResetPasswordAsync("lLPgX", Given.CancellationToken));
        Assert.DoesNotContain("yYD94GAnTJC761dT", given.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"hunter2 with blanks\"")]
    [InlineData("{\"password\":\"hunter2\"}")]
    public async Task Password_InUnknownShape_IsInNoError(string data)
    {
        using var given = new Given();
        given.Api.Data(data);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ResetPasswordAsync("lLPgX", Given.CancellationToken));

        Assert.DoesNotContain("hunter2", e.ToString() + e.Word + given.Log.All, StringComparison.Ordinal);
        Assert.True(e.MayHaveHadEffect);
    }

    [Fact]
    public async Task Password_WordOfTheApi_IsAnErrorThatShowsIt()
    {
        using var given = new Given();
        given.Api.Data("\"guest_agent_not_running\"");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ResetPasswordAsync("lLPgX", Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Rejected, "guest_agent_not_running"), (e.Kind, e.Word));
    }

    [Fact]
    public async Task Password_ReasonForARefusal_IsShownVerbatim()
    {
        using var given = new Given();
        given.Api.Data("\"Der QEMU Guest Agent ist nicht erreichbar.\"", System.Net.HttpStatusCode.PreconditionFailed);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ResetPasswordAsync("lLPgX", Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Rejected, "Der QEMU Guest Agent ist nicht erreichbar."), (e.Kind, e.Word));
        Assert.Contains("Der QEMU Guest Agent ist nicht erreichbar.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SshPasswords_Read_AreInNoLogAndNoText()
    {
        using var given = Given.Answering("dedicated-server-installation-status");

        var status = await given.Client.DedicatedServers.InstallationStatusAsync("o3qzt", Given.CancellationToken);

        Assert.DoesNotContain("pVwkVa2G", given.Log.All + status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_PlainCall_HasMethodPathStatusAndBody()
    {
        using var given = Given.Answering("vserver-images");

        await given.Client.Vservers.ImagesAsync(Given.CancellationToken);

        Assert.Contains("Debug GET /v1/product/vserver/image: HTTP 200", given.Log.All, StringComparison.Ordinal);
        Assert.Contains("centos8", given.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Path_EmptyOrDottedId_IsRefused(string id)
    {
        using var given = new Given();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => given.Client.Products.TerminateAsync("vserver", id, Given.CancellationToken));
        Assert.Empty(given.Api.Requests);
    }

    [Fact]
    public async Task Path_OddId_IsEscaped()
    {
        using var given = new Given();
        given.Api.Data("\"product_terminate_success\"");

        await given.Client.Products.TerminateAsync("vserver", "a/../b?c#d", Given.CancellationToken);

        Assert.Equal("DELETE /v1/product/vserver/a%2F..%2Fb%3Fc%23d", given.Api.Requests[0].Line);
    }
}
