using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Simulator.Tests;

/// <summary>A simulator of its own for each test, with a clock that only the test moves, spoken to over real HTTP.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    private protected VirtualClock Clock { get; } = new();

    /// <summary>The clock of answers that are late on purpose.</summary>
    private protected FakeTimeProvider Wire { get; } = new();

    private protected SimulatorServer Server { get; private set; } = null!;

    private protected HttpClient Http { get; } = new();

    private protected virtual SimulatorOptions Options => new();

    private protected SimulatedWorld World => Server.World;

    public async ValueTask InitializeAsync() => Server = await SimulatorServer.StartAsync(Options, Clock, Wire);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await Server.DisposeAsync();
    }

    private protected Task<Answer> Get(string path, string token = "simulator-reseller") => Send("GET", path, null, token);

    private protected Task<Answer> Post(string path, params (string, string)[] fields) => Send("POST", path, Form(fields));

    private protected Task<Answer> Put(string path, params (string, string)[] fields) => Send("PUT", path, Form(fields));

    private protected Task<Answer> Delete(string path, params (string, string)[] fields) => Send("DELETE", path, Form(fields));

    private protected async Task<Answer> Send(string method, string path, HttpContent? content = null, string token = "simulator-reseller")
    {
        using var response = await SendRaw(method, path, content, token);
        return new(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private protected Task<HttpResponseMessage> SendRaw(string method, string path, HttpContent? content = null, string token = "simulator-reseller") =>
        SendUntil(method, path, content, token, TestContext.Current.CancellationToken);

    private protected async Task<HttpResponseMessage> SendUntil(string method, string path, HttpContent? content, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(new(method), $"{Server.Endpoint}/{path}") { Content = content };
        if (token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await Http.SendAsync(request, cancel);
    }

    private protected static FormUrlEncodedContent? Form(params (string, string)[] fields) =>
        fields.Length == 0 ? null : new(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    /// <summary>One more vserver, delivered.</summary>
    private protected string Vserver(VserverSeed? seed = null) => World.SeedVservers(seed ?? new()).Single();

    /// <summary>Orders and waits until it is there; answers the product's uuid.</summary>
    private protected async Task<string> Delivered(string product, (string, string)[] fields, string token = "simulator-reseller")
    {
        var order = (await Send("POST", $"manage/product/{product}", Form(fields), token)).Word;
        Clock.Advance(Options.DeploymentTime);
        return (string)(await Get($"manage/order/{order}", token)).Data!["productuuid"]!;
    }

    private protected Task<string> DedicatedServer() => Delivered("dedicated-server:h5HGC", Samples.DedicatedA);
}
