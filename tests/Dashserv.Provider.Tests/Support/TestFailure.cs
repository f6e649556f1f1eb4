using Dashserv.Api;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Calls that fail, as the client reports them.</summary>
internal static class TestFailure
{
    public static ApiException Of(ApiErrorKind kind, bool mayHaveHadEffect = false) =>
        new($"It failed: {kind}.") { Kind = kind, Method = "GET", Path = "/v1/product/vserver", MayHaveHadEffect = mayHaveHadEffect };
}
