using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Somebody else with the same account, at the same time.</summary>
internal static class Elsewhere
{
    /// <summary>Orders once more what the first order was for.</summary>
    public static async Task OrderTheSameAsync(this ProviderWorld world)
    {
        var order = world.Simulator.World.State().Orders[0];
        using var client = Client();
        using var form = new FormUrlEncodedContent(order.Data.Select(d => KeyValuePair.Create($"data[{d.Key}]", d.Value)));
        using var answer = await client.PostAsync(new Uri($"{world.Simulator.Endpoint}/manage/product/{order.Product}"), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Installs something on a vserver, as the panel does.</summary>
    public static async Task ReinstallAsync(this ProviderWorld world, string vserver, string image)
    {
        using var client = Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("image", image)]);
        using var answer = await client.PostAsync(new Uri($"{world.Simulator.Endpoint}/product/vserver/{vserver}/reinstall"), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Looks at what the account has, and changes nothing: a whole round trip.</summary>
    public static async Task LookAroundAsync(this ProviderWorld world)
    {
        using var client = Client();
        await client.GetStringAsync(new Uri($"{world.Simulator.Endpoint}/product/webhosting"));
    }

    /// <summary>What a call answers.</summary>
    public static async Task<JsonNode> ReadAsync(this ProviderWorld world, string call)
    {
        using var client = Client();
        return JsonNode.Parse(await client.GetStringAsync(new Uri($"{world.Simulator.Endpoint}/{call}")))!["data"]!;
    }

    /// <summary>From now on, what this call reads is told otherwise.</summary>
    public static async Task TamperAsync(this ProviderWorld world, string call, Action<JsonNode> change)
    {
        using var client = Client();
        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri($"{world.Simulator.Endpoint}/{call}")))!;
        change(answer["data"]!);
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = $"/v1/{call}", Times = 0, Status = 200, Text = answer.ToJsonString() });
    }

    /// <summary>From now on, quotes of a server like <see cref="Vservers.TestVserver.Config"/> are told otherwise.</summary>
    public static async Task TamperQuoteAsync(this ProviderWorld world, Action<JsonNode> change)
    {
        using var client = Client();
        (string, string)[] fields =
            [("cpu", "2"), ("ram", "4"), ("disk", "40"), ("image", "2"), ("name", "x"), ("location", "d3FrA"), ("interval", "Oha73a")];
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create($"data[{f.Item1}]", f.Item2)), new("calculate", "true")]);
        using var posted = await client.PostAsync(new Uri($"{world.Simulator.Endpoint}/manage/product/vserver:configure"), form);
        var answer = JsonNode.Parse(await posted.Content.ReadAsStringAsync())!;
        change(answer["data"]!);
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "POST",
            Path = "/v1/manage/product/*",
            Body = new Dictionary<string, string?> { ["calculate"] = "true" },
            Times = 0,
            Status = 200,
            Text = answer.ToJsonString(),
        });
    }

    private static HttpClient Client()
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "simulator-reseller");
        return client;
    }
}
