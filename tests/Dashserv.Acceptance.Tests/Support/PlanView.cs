using System.Text.Json.Nodes;

namespace Dashserv.Acceptance.Tests.Support;

/// <summary>A saved plan, as <c>show -json</c> tells it.</summary>
internal sealed record PlanView(CliResult Run, JsonNode Json)
{
    /// <summary>What would be done to a resource: <c>create</c>, <c>update</c>, <c>delete,create</c>, <c>no-op</c>…</summary>
    public string Actions(string address) => string.Join(',', Change(address)["actions"]!.AsArray().Select(a => (string)a!));

    /// <summary>An attribute's planned value; null where it is not known yet.</summary>
    public JsonNode? After(string address, string attribute) => Change(address)["after"]?[attribute];

    /// <summary>Finds just these values of a resource changed behind Terraform's back, each as <c>cpu.cores = 4</c>.</summary>
    public PlanView Finds(string address, params IEnumerable<string> values)
    {
        var change = Json["resource_drift"]?.AsArray().FirstOrDefault(c => (string?)c!["address"] == address)?["change"];
        Assert.Equal(values.Order(StringComparer.Ordinal), Leaves.Changed(change?["before"], change?["after"]));
        return this;
    }

    /// <summary>The attributes because of which a resource is replaced.</summary>
    public IEnumerable<string> ReplacedBecauseOf(string address) =>
        (Change(address)["replace_paths"]?.AsArray() ?? []).Select(p => string.Join('.', p!.AsArray())).Order(StringComparer.Ordinal);

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
