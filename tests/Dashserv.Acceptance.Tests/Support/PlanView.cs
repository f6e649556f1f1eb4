using System.Text.Json.Nodes;

namespace Dashserv.Acceptance.Tests.Support;

/// <summary>A saved plan, as <c>show -json</c> tells it.</summary>
internal sealed record PlanView(CliResult Run, JsonNode Json)
{
    /// <summary>Whether anything would be done or any output changed.</summary>
    public bool IsEmpty => Run.ExitCode == 0;

    /// <summary>What would be done to a resource: <c>create</c>, <c>update</c>, <c>delete,create</c>, <c>no-op</c>…</summary>
    public string Actions(string address) => string.Join(',', Change(address)["actions"]!.AsArray().Select(a => (string)a!));

    /// <summary>An attribute's planned value; null where it is not known yet.</summary>
    public JsonNode? After(string address, string attribute) => Change(address)["after"]?[attribute];

    /// <summary>The attributes of a resource that are found to have changed behind Terraform's back; all of them when it is gone.</summary>
    public string Drift(string address)
    {
        var change = Json["resource_drift"]?.AsArray().FirstOrDefault(c => (string?)c!["address"] == address)?["change"];
        return string.Join(' ', (change?["before"] as JsonObject ?? []).Where(b => !JsonNode.DeepEquals(b.Value, change!["after"]?[b.Key])).Select(b => b.Key).Order());
    }

    /// <summary>Finds these attributes changed behind Terraform's back, no other.</summary>
    public PlanView Finds(string address, string drift)
    {
        Assert.Equal(drift, Drift(address));
        return this;
    }

    public PlanView Plans(string address, string actions)
    {
        var planned = Actions(address);
        Assert.True(planned == actions, $"{address} is planned to {planned}, not {actions}:\n{Run.Output}");
        return this;
    }

    private JsonNode Change(string address) =>
        Json["resource_changes"]?.AsArray().FirstOrDefault(c => (string?)c!["address"] == address)?["change"]
        ?? throw new InvalidDataException($"The plan does not speak of {address}:\n{Run.Output}");
}
