using System.Text.Json.Nodes;

namespace Figures;

/// <summary>A state of many resources, made from the state of one: applying thousands for real would measure the afternoon.</summary>
internal static class StateFile
{
    private const string Name = "terraform.tfstate";

    /// <summary>The attributes of the one instance in a state, as JSON.</summary>
    public static string Attributes(string workspace) => Instance(Read(workspace))["attributes"]!.ToJsonString();

    /// <param name="from">A workspace in which one instance was applied.</param>
    /// <param name="to">The workspace that gets the state.</param>
    /// <param name="count">How many instances.</param>
    /// <param name="change">Makes the copy with that index (from 0) an instance of its own.</param>
    public static void Multiply(string from, string to, int count, Action<JsonObject, int> change)
    {
        var state = Read(from);
        var template = Instance(state);
        state["resources"]![0]!["instances"] = new JsonArray([.. Enumerable.Range(0, count).Select(i =>
        {
            var instance = template.DeepClone().AsObject();
            instance["index_key"] = i;
            change(instance["attributes"]!.AsObject(), i);
            return instance;
        })]);
        File.WriteAllText(Path.Combine(to, Name), state.ToJsonString());
    }

    private static JsonObject Read(string workspace) => JsonNode.Parse(File.ReadAllText(Path.Combine(workspace, Name)))!.AsObject();

    private static JsonNode Instance(JsonObject state) => state["resources"]![0]!["instances"]![0]!;
}
