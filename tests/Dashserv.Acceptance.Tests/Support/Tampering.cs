using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dashserv.Simulator.Faults;

namespace Dashserv.Acceptance.Tests.Support;

/// <summary>Changes what nobody can in a customer panel, such as the hardware in a rack: the API tells of it otherwise from now on.</summary>
internal static class Tampering
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="call">What is asked, such as <c>product/vserver/lLPgX/backup</c>.</param>
    /// <param name="changes">Each value by its path in the answer's data, and what it is from now on.</param>
    public static async Task TamperAsync(this Scenario scenario, string call, params (string Path, JsonNode Value)[] changes)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Scenario.Token);
        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri($"{scenario.Simulator.Endpoint}/{call}")))!;
        foreach (var (path, value) in changes)
        {
            var steps = path.Split('.');
            var parent =
                steps[..^1]
                    .Aggregate(answer["data"]!, (node, step) => At(node, step) ?? throw new ArgumentException($"No \"{step}\" of \"{path}\" in {answer}."));
            Assert.NotNull(At(parent, steps[^1]));
            if (parent is JsonArray items)
            {
                items[int.Parse(steps[^1])] = value;
            }
            else
            {
                parent[steps[^1]] = value;
            }
        }

        scenario.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = $"/v1/{call}", Times = 0, Status = 200, Text = answer.ToJsonString() });
    }

    private static JsonNode? At(JsonNode node, string step) => node is JsonArray items ? items[int.Parse(step)] : node[step];
}
