using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashserv.Chaos.Judging;

/// <summary>What Terraform has written down.</summary>
internal sealed record StateView(IReadOnlyList<StateInstance> Instances)
{
    /// <summary>A Terraform that was killed in the middle of it leaves a file that holds nothing.</summary>
    public static StateView Read(string file)
    {
        try
        {
            var resources = JsonNode.Parse(File.ReadAllText(file))!["resources"]!.AsArray();
            return new([.. resources.SelectMany(r => r!["instances"]!.AsArray().Select(i => Read(r, i!)))]);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return new([]);
        }
    }

    /// <summary>Whether a server is in it.</summary>
    public bool Has(string product) => Instances.Any(i => i.IsServer && i.Id == product);

    /// <summary>Whether an order is in it, be it delivered or not.</summary>
    public bool HasOrder(string order) => Instances.Any(i => i.IsServer && i.OrderId == order);

    private static StateInstance Read(JsonNode resource, JsonNode instance) => new(
        (string)resource["type"]!, (int?)instance["index_key"] ?? 0, (string?)instance["status"] == "tainted", instance["attributes"]!);
}
