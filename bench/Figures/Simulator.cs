using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Figures;

/// <summary>The simulated API as a process, and its control interface.</summary>
internal sealed class Simulator : IDisposable
{
    private const string Greeting = "simulator listening on ";

    private readonly Process _process;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };

    private Simulator(Process process, string endpoint)
    {
        (_process, Endpoint) = (process, endpoint);
        _http.BaseAddress = new Uri(endpoint.Replace("/v1", "/_sim/", StringComparison.Ordinal));
    }

    /// <summary>The API's base address.</summary>
    public string Endpoint { get; }

    public static async Task<Simulator> StartAsync(string path, CancellationToken stop)
    {
        var process =
            Process.Start(new ProcessStartInfo(path, ["--port", "0", "--deployment", "0s", "--balance", "100000000"]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync(stop);
        return line?.StartsWith(Greeting, StringComparison.Ordinal) == true
            ? new Simulator(process, line[Greeting.Length..])
            : throw new BenchException($"the simulator did not start: {line}");
    }

    /// <summary>Changes how long an order takes to be delivered.</summary>
    public Task SetDeploymentAsync(TimeSpan time) => PostAsync("settings", new JsonObject { ["deploymentTime"] = $"{time.TotalSeconds}s" });

    /// <summary>Makes servers that were never ordered, named <c>prefix-1</c> and on; answers their uuids.</summary>
    public async Task<IReadOnlyList<string>> SeedAsync(string prefix, int count)
    {
        var seed =
            new JsonObject
            {
                ["count"] = count,
                ["namePrefix"] = prefix,
                ["cores"] = Modules.Cores,
                ["ram"] = Modules.Ram,
                ["disk"] = Modules.Disk,
                ["image"] = Modules.Image
            };
        return [.. (await PostAsync("vservers", seed))!.AsArray().Select(id => id!.GetValue<string>())];
    }

    /// <summary>Forgets all servers and orders.</summary>
    public Task ResetAsync() => PostAsync("reset", []);

    /// <summary>How many calls a step made.</summary>
    public async Task<int> CountCallsAsync(Func<Task> step)
    {
        (await _http.DeleteAsync("requests")).EnsureSuccessStatusCode();
        await step();
        return (await _http.GetFromJsonAsync<JsonObject>("requests"))!["count"]!.GetValue<int>();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text) : throw new BenchException($"the simulator refused {path}: {text}");
    }
}
