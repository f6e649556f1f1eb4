using System.Text.Json.Nodes;

namespace Dashserv.Chaos.Running;

/// <summary>Colleagues with the same account, who order what we order, in the same moment: nothing of theirs may ever be touched.</summary>
internal sealed class Strangers(SimulatorServer simulator, Transcript transcript) : IDisposable
{
    /// <summary>A field that only their requests have, and which the API ignores: faults are not for them.</summary>
    public const string Mark = "stranger";

    private const string Name = "data[name]";

    private readonly HttpClient _client = new() { DefaultRequestHeaders = { { "Authorization", $"Bearer {ChaosWorld.Token}" } } };
    private readonly List<string> _orders = [];
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, ProductState> _asDelivered = [];
    private readonly HashSet<string> _seeded = [];

    /// <summary>What is added to the names of what they order.</summary>
    public string NameEnding { get; init; } = "";

    /// <summary>Whether they ordered while ours was under way, and not so much later that it tells.</summary>
    public bool WereInTheMoment { get; set; }

    /// <summary>Whether they have ordered the same as somebody else.</summary>
    public bool HasOrderedLike(IReadOnlyDictionary<string, string> fields) =>
        _names.Contains(fields.GetValueOrDefault(Name, ""));

    public bool HasOrdered => _orders.Count > 0;

    /// <summary>A server that was there before.</summary>
    public void Seed() => _seeded.UnionWith(simulator.World.SeedVservers(new VserverSeed { NamePrefix = "stranger", Image = "debian11" }));

    /// <summary>Orders the same as a request did, or asked the price of.</summary>
    public async Task OrderLikeAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        _names.Add(fields.GetValueOrDefault(Name, ""));
        var copy = fields.Where(f => f.Key != "calculate").ToDictionary();
        copy[Mark] = "yes";
        if (copy.TryGetValue(Name, out var name))
        {
            copy[Name] = name + NameEnding;
        }

        using var form = new FormUrlEncodedContent(copy);
        using var response = await _client.PostAsync(new Uri(simulator.Endpoint, path), form);
        var order = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!.ToString();
        _orders.Add(order);
        transcript.Note($"a stranger orders {copy.GetValueOrDefault(Name, "a dedicated server")}: order {order}");
    }

    public bool IsTheirs(OrderState order) => _orders.Contains(order.Uuid);

    /// <summary>The ids of their servers.</summary>
    public HashSet<string> ServersOf(WorldState world) =>
        [.. _seeded, .. world.Orders.Where(IsTheirs).Select(o => o.ProductUuid).OfType<string>()];

    /// <summary>Remembers what their servers are like.</summary>
    public void Remember(WorldState world)
    {
        var theirs = ServersOf(world);
        foreach (var server in world.Products.Where(p => theirs.Contains(p.Uuid)))
        {
            _asDelivered.TryAdd(server.Uuid, server);
        }
    }

    /// <summary>What somebody has done to them since.</summary>
    public IEnumerable<string> Harm(WorldState world) => _asDelivered.Values
        .Where(before => world.Products.FirstOrDefault(p => p.Uuid == before.Uuid) is not { } now || Looks(now) != Looks(before))
        .Select(before => $"the stranger's server {before.Uuid} ({before.Name}) was touched");

    public void Dispose() => _client.Dispose();

    private static string Looks(ProductState server) =>
        $"{server.Name} {server.Status} {server.Power} {server.Cores} {server.Ram} {server.Disk} {server.Image} {server.Backups.Count} "
            + $"{server.ScheduledTasks.Count} {string.Join(' ', server.Passwords.Values)}";
}
