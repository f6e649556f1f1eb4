using System.Net;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Transport;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData(200, """{"success":false,"data":"ressource_not_found"}""", ApiErrorKind.Gone)]
    [InlineData(200, """{"success":true,"data":"resource_not_found"}""", ApiErrorKind.Gone)]
    [InlineData(404, """{"success":false,"data":"resource_not_found"}""", ApiErrorKind.Gone)]
    [InlineData(412, """{"success":false,"data":"ressource_not_found"}""", ApiErrorKind.Gone)]
    [InlineData(500, """{"success":false,"data":"ressource_not_found"}""", ApiErrorKind.Gone)]
    [InlineData(404, """{"success":false,"data":"Invalid API route"}""", ApiErrorKind.InvalidRoute)]
    [InlineData(404, "<html>nginx</html>", ApiErrorKind.InvalidRoute)]
    [InlineData(404, "", ApiErrorKind.InvalidRoute)]
    [InlineData(404, "resource_not_found", ApiErrorKind.InvalidRoute)]
    [InlineData(404, """{"message":"resource_not_found"}""", ApiErrorKind.InvalidRoute)]
    [InlineData(405, """{"success":false,"data":"Invalid HTTP method"}""", ApiErrorKind.InvalidMethod)]
    [InlineData(405, "<html>nginx</html>", ApiErrorKind.InvalidRoute)]
    [InlineData(403, """{"success":false,"data":"invalid token"}""", ApiErrorKind.Unauthenticated)]
    [InlineData(401, "", ApiErrorKind.Unauthenticated)]
    [InlineData(403, """{"success":false,"data":"forbidden"}""", ApiErrorKind.Forbidden)]
    [InlineData(200, """{"success":true,"data":"forbidden"}""", ApiErrorKind.Forbidden)]
    [InlineData(403, "<html>blocked</html>", ApiErrorKind.Blocked)]
    [InlineData(412, """{"success":false,"data":"Der Server ist gesperrt."}""", ApiErrorKind.Rejected)]
    [InlineData(200, """{"success":false,"data":"some_word"}""", ApiErrorKind.Rejected)]
    [InlineData(200, """{"success":false}""", ApiErrorKind.Rejected)]
    [InlineData(412, """{"success":true,"data":{}}""", ApiErrorKind.Rejected)]
    [InlineData(200, """{"success":true,"data":"cannot_downgrade_disk"}""", ApiErrorKind.Rejected)]
    [InlineData(422, """{"success":false,"data":"empty_field:image"}""", ApiErrorKind.InvalidField)]
    [InlineData(200, """{"success":true,"data":"empty_field:image"}""", ApiErrorKind.InvalidField)]
    [InlineData(422, """{"success":false,"data":true}""", ApiErrorKind.InvalidField)]
    [InlineData(412, """{"success":false,"data":{"field":"ram","value":1,"msg":"number_out_of_range"}}""", ApiErrorKind.InvalidField)]
    [InlineData(503, """{"success":false,"data":"x"}""", ApiErrorKind.RateLimited)]
    [InlineData(503, "", ApiErrorKind.RateLimited)]
    [InlineData(429, "<html>slow down</html>", ApiErrorKind.RateLimited)]
    [InlineData(200, """{"success":true,"data":"ratelimit_exceeded"}""", ApiErrorKind.RateLimited)]
    [InlineData(412, """{"success":false,"data":"ratelimit_exceeded"}""", ApiErrorKind.RateLimited)]
    [InlineData(503, "<html>unavailable</html>", ApiErrorKind.OutcomeUnknown)]
    [InlineData(503, """{"message":"no healthy upstream"}""", ApiErrorKind.OutcomeUnknown)]
    [InlineData(503, """{"success":true,"data":"B86uM"}""", ApiErrorKind.OutcomeUnknown)]
    [InlineData(500, """{"success":false,"data":"internal"}""", ApiErrorKind.OutcomeUnknown)]
    [InlineData(502, "", ApiErrorKind.OutcomeUnknown)]
    [InlineData(504, "<html>", ApiErrorKind.OutcomeUnknown)]
    [InlineData(200, "<html>login</html>", ApiErrorKind.OutcomeUnknown)]
    [InlineData(200, "", ApiErrorKind.OutcomeUnknown)]
    [InlineData(200, """{"success":true,"data":[""", ApiErrorKind.OutcomeUnknown)]
    [InlineData(200, """[]""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"data":[]}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"success":"perhaps","data":[]}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"success":true}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"success":true,"data":null}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"success":true,"data":false}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"success":true,"data":[{}]}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(200, """{"success":true,"data":[{"uuid":"a\ud800"}]}""", ApiErrorKind.UnexpectedAnswer)]
    [InlineData(302, "", ApiErrorKind.Redirected)]
    public async Task ListAsync_FailedAnswer_IsJudgedByAllSignals(int status, string body, ApiErrorKind expected)
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Answer(body, (HttpStatusCode)status);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal(expected, e.Kind);
        Assert.Equal(status, e.StatusCode);
        Assert.Equal("GET", e.Method);
        Assert.Equal("/v1/product/vserver", e.Path);
        Assert.False(e.MayHaveHadEffect);
    }

    [Theory]
    [InlineData("""{"success":true,"data":[]}""")]
    [InlineData("""{"success":"1","data":{}}""")]
    [InlineData("""{"success":1,"data":[],"more":{}}""")]
    public async Task ListAsync_EmptyAnswer_IsEmpty(string body)
    {
        using var given = new Given();
        given.Api.Answer(body);

        Assert.Empty(await given.Client.Vservers.ListAsync(Given.CancellationToken));
    }

    [Fact]
    public async Task PlaceAsync_FieldRefused_NamesFieldValueAndReason()
    {
        using var given = new Given();
        given.Api.Answer(Given.Fixture("order-validation-error"), HttpStatusCode.UnprocessableEntity);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.InvalidField, "bandwidth", "0", "number_out_of_range"), (e.Kind, e.Field, e.Value, e.Reason));
        Assert.False(e.MayHaveHadEffect);
        Assert.Single(given.Api.Requests);
    }

    [Theory]
    [InlineData("\"empty_field:data[disk]\"")]
    [InlineData("""{"field":"data[disk]","value":1,"msg":"number_out_of_range"}""")]
    public async Task PlaceAsync_FieldNamedAsItIsSent_IsNamedAsItIsCalled(string data)
    {
        using var given = new Given();
        given.Api.Data(data, HttpStatusCode.UnprocessableEntity);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.InvalidField, "disk"), (e.Kind, e.Field));
    }

    [Fact]
    public async Task ReinstallAsync_EmptyField_NamesField()
    {
        using var given = new Given();
        given.Api.Data("\"empty_field:image\"", HttpStatusCode.UnprocessableEntity);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ReinstallAsync("lLPgX", "x", Given.CancellationToken));

        Assert.Equal((ApiErrorKind.InvalidField, "image", "empty_field"), (e.Kind, e.Field, e.Reason));
    }

    [Fact]
    public async Task GetAsync_InvalidRoute_NamesPathAndEndpoint()
    {
        using var given = new Given();
        given.Api.Data("\"Invalid API route\"", HttpStatusCode.NotFound);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.GetAsync("lLPgX", Given.CancellationToken));

        Assert.Contains("/v1/product/vserver/lLPgX", e.Message, StringComparison.Ordinal);
        Assert.Contains("check `endpoint`", e.Message, StringComparison.Ordinal);
        Assert.Single(given.Api.Requests);
    }

    [Theory]
    [InlineData(401, "\"Unauthorized\"", ApiErrorKind.Unauthenticated)]
    [InlineData(403, "\"Invalid or missing API authentication\"", ApiErrorKind.Unauthenticated)]
    [InlineData(403, "\"forbidden\"", ApiErrorKind.Forbidden)]
    [InlineData(403, "\"Nur f\u00fcr Reseller.\"", ApiErrorKind.Forbidden)]
    public async Task Termination_Refused_IsOfTheResellerOnlyIfTheTokenIsKnown(int status, string data, ApiErrorKind kind)
    {
        using var given = new Given();
        given.Api.Data(data, (HttpStatusCode)status);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Products.TerminateAsync("vserver", "a", Given.CancellationToken));

        Assert.Equal(kind, e.Kind);
        Assert.Equal(kind == ApiErrorKind.Forbidden, e.Message.Contains("reseller", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_EachOfThreeCases_SaysWhichItIs()
    {
        using var given = new Given();
        given.Api.Data("\"forbidden\"", HttpStatusCode.Forbidden);

        var read = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));
        var write = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.StartAsync("a", Given.CancellationToken));
        var terminate = await Assert.ThrowsAsync<ApiException>(() => given.Client.Products.TerminateAsync("vserver", "a", Given.CancellationToken));
        var quote = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.QuoteAsync("webhosting", [], Given.CancellationToken));
        given.Api.Data("\"no token\"", HttpStatusCode.Forbidden);
        var token = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Contains("lacks the read permission", read.Message, StringComparison.Ordinal);
        Assert.Contains("lacks the write permission", write.Message, StringComparison.Ordinal);
        Assert.Contains("gives this token no quotes", quote.Message, StringComparison.Ordinal);
        Assert.Contains("lacks the write permission", quote.Message, StringComparison.Ordinal);
        Assert.Contains("only reseller accounts", terminate.Message, StringComparison.Ordinal);
        Assert.Contains("missing, wrong, expired or revoked", token.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"cannot_downgrade_disk\"", false)]
    [InlineData("\"upgrade_resources_exceeds_limit\"", false)]
    [InlineData("\"vserver_upgrade_queued\"", true)]
    [InlineData("\"vserver_delete_backup_success\"", true)]
    public async Task UpgradeAsync_AnyOtherWord_IsRejected(string data, bool mayHaveHadEffect)
    {
        using var given = new Given();
        given.Api.Data(data);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.UpgradeAsync("a", 1, 2, 10, Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Rejected, data.Trim('"'), mayHaveHadEffect), (e.Kind, e.Word, e.MayHaveHadEffect));
    }

    [Theory]
    [InlineData("\"vserver_locked\"", ApiErrorKind.Rejected)]
    [InlineData("\"locked\"", ApiErrorKind.Rejected)]
    [InlineData("\"ab\"", ApiErrorKind.Rejected)]
    [InlineData("\"Der Server ist gesperrt.\"", ApiErrorKind.Rejected)]
    [InlineData("true", ApiErrorKind.UnexpectedAnswer)]
    [InlineData("{}", ApiErrorKind.UnexpectedAnswer)]
    [InlineData("null", ApiErrorKind.UnexpectedAnswer)]
    public async Task StartAsync_NoTaskUuid_Fails(string data, ApiErrorKind expected)
    {
        using var given = new Given();
        given.Api.Data(data);

        Assert.Equal(expected, (await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.StartAsync("a", Given.CancellationToken))).Kind);
    }

    [Theory]
    [InlineData("locked", true)]
    [InlineData("vserver_locked", true)]
    [InlineData("Der Server ist gesperrt.", false)]
    [InlineData("product_locked", false)]
    public async Task Refusal_OfALock_IsOneThatPasses(string word, bool saysLocked)
    {
        using var given = new Given();
        given.Api.Data($"\"{word}\"", HttpStatusCode.PreconditionFailed);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.StartAsync("a", Given.CancellationToken));

        Assert.Equal((saysLocked, false), (e.SaysLocked, e.MayHaveHadEffect));
    }

    [Fact]
    public async Task GetAsync_InvalidMethod_SaysWhichAndNothingOfTheEndpoint()
    {
        using var given = new Given();
        given.Api.Data("\"Invalid HTTP method\"", HttpStatusCode.MethodNotAllowed);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.GetAsync("lLPgX", Given.CancellationToken));

        Assert.EndsWith("HTTP 405, the API has this URL, but does not take GET at it: Invalid HTTP method", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("endpoint", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_InASentenceWithAWarning_HasOneFullStop()
    {
        using var given = new Given();
        given.Api.Data("\"Der Server ist gesperrt.\"");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.StartAsync("a", Given.CancellationToken));

        Assert.EndsWith("the API refused: Der Server ist gesperrt. Whether it took effect is not known", e.Message, StringComparison.Ordinal);
        Assert.Equal("Der Server ist gesperrt.", e.Word);
    }

    [Theory]
    [InlineData("Invalid API route", HttpStatusCode.NotFound)]
    [InlineData("Invalid HTTP method", HttpStatusCode.MethodNotAllowed)]
    public async Task OptionalCall_NotOffered_IsNull(string word, HttpStatusCode status)
    {
        using var given = new Given();
        given.Api.Data($"\"{word}\"", status);

        Assert.Null(await given.Client.Account.UserAsync(Given.CancellationToken));
        Assert.Null(await given.Client.Account.ProductsAsync(Given.CancellationToken));
        Assert.Null(await given.Client.Account.TransactionsAsync(Given.CancellationToken));
        Assert.Null(await given.Client.Account.InvoicesAsync(Given.CancellationToken));
        Assert.Null(await given.Client.DedicatedServers.ConsoleUrlAsync("a", Given.CancellationToken));
    }

    [Fact]
    public async Task Failure_LongWord_IsCut()
    {
        using var given = new Given();
        given.Api.Data($"\"{new string('x', 50_000)}\"", HttpStatusCode.PreconditionFailed);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal(2_001, e.Word!.Length);
    }
}
