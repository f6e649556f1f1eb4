namespace Dashserv.Api.Tests.Support;

/// <summary>Calls that fail, as the client reports them.</summary>
internal static class TestFailure
{
    public static ApiException Of(ApiErrorKind kind) => new($"It failed: {kind}.") { Kind = kind, Method = "GET", Path = "/v1/manage/order/B86uM" };
}
