namespace Dashserv.Simulator.Tests;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode Json)
{
    public JsonNode? Data => Json["data"];

    public bool Success => (bool)Json["success"]!;

    public string Word => (string)Data!;
}
