using Dashserv.Api.Secrets;
using Dashserv.Api.Tests.Support;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Tests.Transport;

/// <summary>A proxy that the environment names: refusing, or not one at all.</summary>
public sealed class ProxyTests
{
    private static readonly Uri Api = new("https://api.dashserv.io/v1");

    [Theory]
    [InlineData("HTTPS_PROXY", "ci-user:S3cr3tPr0xy", 503, "answered 503 to CONNECT", 3)]
    [InlineData("https_proxy", "ci-user:S3cr3tPr0xy", 502, "answered 502 to CONNECT", 3)]
    [InlineData("ALL_PROXY", "ci-user:p%40ss%2Fw0rd", 403, "does not let calls through", 1)]
    [InlineData("all_proxy", "ci-user:S3cr3tPr0xy", 407, "does not accept the name and password", 1)]
    [InlineData("HTTPS_PROXY", null, 407, "wants a name and a password", 1)]
    [InlineData("HTTPS_PROXY", "ci-user:p@ss/w0rd", 429, "answered 429 to CONNECT", 3)]
    public async Task Proxy_Refuses_IsToldByHostAndStatusAlone(string variable, string? userInfo, int status, string told, int tries)
    {
        await using var proxy = LoopbackProxy.Answering(status);
        var address = $"http://{(userInfo is null ? "" : userInfo + "@")}{proxy.Address}";
        var log = new RecordingLogger();
        using var client = Client(name => name == variable ? address : null, log);

        var e = await Assert.ThrowsAsync<ApiException>(() => client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Unreachable, tries), (e.Kind, e.Tries));
        Assert.Contains($"the proxy {proxy.Address} answered {status} to CONNECT", e.Message, StringComparison.Ordinal);
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        foreach (var part in (string[])["ci-user", "S3cr3t", "p@ss", "p%40ss", "w0rd"])
        {
            Assert.DoesNotContain(part, e + log.All, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Proxy_WantsAName_IsToldItOnce()
    {
        await using var proxy = LoopbackProxy.Answering(407);
        using var client = Client(name => name == "HTTPS_PROXY" ? $"http://ci%20user:p%40ss@{proxy.Address}" : null, new RecordingLogger());
        await Assert.ThrowsAsync<ApiException>(() => client.Vservers.ListAsync(Given.CancellationToken));
        Assert.Equal(2, proxy.Lines.Count(line => line.StartsWith("CONNECT api.dashserv.io:443", StringComparison.Ordinal)));
        Assert.Equal(
            "Proxy-Authorization: Basic Y2kgdXNlcjpwQHNz", Assert.Single(proxy.Lines, line => line.Contains("Authorization", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "ftp://user:S3cr3tPr0xy@proxy.example:3128", "it is of a kind that is not known")]
    [InlineData("https_proxy", "http://user:S3cr3tPr0xy@", "it is no host and port")]
    [InlineData("HTTPS_PROXY", "http://proxy.example:99999", "it is no host and port")]
    [InlineData("ALL_PROXY", "socks5://proxy.example", "it has no port")]
    [InlineData("HTTPS_PROXY", "none", null)]
    [InlineData("HTTPS_PROXY", "http:// proxy", "it is no host and port")]
    public async Task Proxy_NoAddress_SendsNothingAroundIt(string variable, string value, string? problem)
    {
        using var api = new FakeApi(TimeProvider.System);
        api.Data("[]");
        using var client = Client(name => name == variable ? value : null, new RecordingLogger(), api);
        if (problem is null)
        {
            await client.Vservers.ListAsync(Given.CancellationToken);
            return;
        }

        var e = await Assert.ThrowsAsync<ApiException>(() => client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Empty(api.Requests);
        Assert.Equal((ApiErrorKind.Unreachable, 1), (e.Kind, e.Tries));
        Assert.All([variable, problem, "http://HOST:PORT", "Nothing was sent"], part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("S3cr3t", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.example:3128", "http://proxy.example:3128/")]
    [InlineData("http://user:p@ss@proxy.example", "http://proxy.example/")]
    [InlineData("HTTPS://proxy.example:8443/", "https://proxy.example:8443/")]
    [InlineData("socks5h://proxy.example:1080", "socks5://proxy.example:1080")]
    [InlineData("http://[::1]:3128", "http://[::1]:3128/")]
    public void Variable_Address_IsTakenWithoutItsUserInfo(string value, string address)
    {
        var proxy = new EnvironmentProxy(name => name == "HTTPS_PROXY" ? value : null, new Redactor());
        Assert.Null(proxy.FindProblem(Api));
        Assert.False(proxy.IsBypassed(Api));
        Assert.Equal(address, proxy.GetProxy(Api)!.ToString().Replace("1080/", "1080", StringComparison.Ordinal));
    }

    [Fact]
    public void Variable_UserInfo_IsTheCredential()
    {
        var proxy = new EnvironmentProxy(name => name == "https_proxy" ? "http://ci%20user:p%40ss:x@proxy.example:3128" : "http://b:c@d", new Redactor());
        var credential = proxy.Credentials!.GetCredential(Api, "Basic")!;
        Assert.Equal(("https_proxy", "ci user", "p@ss:x"), (proxy.Variable, credential.UserName, credential.Password));
    }

    [Theory]
    [InlineData("HTTPS_PROXY")]
    [InlineData("https_proxy")]
    [InlineData("HTTP_PROXY")]
    [InlineData("http_proxy")]
    [InlineData("ALL_PROXY")]
    [InlineData("all_proxy")]
    public void Variable_Any_ItsPasswordIsInNoText(string variable)
    {
        var redactor = new Redactor();
        _ = new EnvironmentProxy(name => name == variable ? "ftp://ci-user:S3cr3tPr0xy@proxy.example" : "http://other", redactor);
        Assert.Equal("(withheld), Basic (withheld)==", redactor.Clean($"S3cr3tPr0xy, Basic {Convert.ToBase64String("ci-user:S3cr3tPr0xy"u8)}"));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("other.example, api.dashserv.io", true)]
    [InlineData("dashserv.io", true)]
    [InlineData(".dashserv.io", true)]
    [InlineData("*.dashserv.io", true)]
    [InlineData("api.dashserv.io:443", true)]
    [InlineData("api.dashserv.io:8443", false)]
    [InlineData(".api.dashserv.io", false)]
    [InlineData("serv.io", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public void NoProxy_Host_GoesDirect(string list, bool isDirect)
    {
        var proxy = new EnvironmentProxy(name => name switch { "NO_PROXY" => list, "HTTPS_PROXY" => "unusable://", _ => null }, new Redactor());
        Assert.Equal(isDirect, proxy.FindProblem(Api) is null);
    }

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.1.2.3:443", true)]
    [InlineData("10.1.2.3:80", false)]
    [InlineData("192.168.0.0/16", false)]
    public void NoProxy_Address_GoesDirect(string list, bool isDirect) =>
        Assert.Equal(isDirect, new ProxyExceptions(list).Match(new Uri("https://10.1.2.3/v1")));

    private static DashservClient Client(Func<string, string?> environment, RecordingLogger log, HttpMessageHandler? handler = null) => new(
        new DashservClientOptions { Token = "t", Environment = environment, Handler = handler, Endpoint = Api, Randomness = static () => 0 },
        TimeProvider.System,
        log);
}
