using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dashserv.Simulator.Control;

/// <summary>The control interface under <c>/_sim</c>: over HTTP what <see cref="SimulatedWorld"/>, the fault script and the journal do in C#.</summary>
internal sealed class ControlRoutes(SimulatedWorld world, FaultScript faults, RequestJournal journal, IEndpointRouteBuilder endpoints)
{
    public void Map()
    {
        Map("GET", "state", _ => Json(world.State(), ControlJson.Default.WorldState));
        Map("POST", "reset", _ => Done(() => world.Reset()));
        Map("GET", "clock", _ => Clock());
        Map("POST", "clock", async c =>
        {
            world.Advance(Duration.Parse(Text(await BodyAsync(c), "advance")));
            return Clock();
        });
        Map("POST", "settings", async c => Done(world.Configure, await ReadAsync(c, ControlJson.Default.SettingsChange)));
        MapFaultsAndJournal();
        MapProducts();
        MapOrders();
    }

    private void MapFaultsAndJournal()
    {
        Map("GET", "faults", _ => Json(faults.Rules, ControlJson.Default.IReadOnlyListFaultRule));
        Map("POST", "faults", async c => Done(r => faults.Add(r), await ReadAsync(c, ControlJson.Default.ListFaultRule)));
        Map("DELETE", "faults", _ => Done(faults.Clear));
        Map("POST", "faults/release", _ => Done(faults.Release));
        Map("GET", "requests", c =>
        {
            var entries = journal.Entries(Query(c, "path"), Query(c, "method"));
            return Json(new(entries.Count, entries), ControlJson.Default.JournalAnswer);
        });
        Map("DELETE", "requests", _ => Done(journal.Clear));
    }

    private void MapProducts()
    {
        Map("POST", "vservers",
            async c => Json(world.SeedVservers(await ReadAsync(c, ControlJson.Default.VserverSeed)), ControlJson.Default.IReadOnlyListString));
        Map("POST", "products/{uuid}",
            async c => Done(change => world.Change(Route(c, "uuid"), change), await ReadAsync(c, ControlJson.Default.ProductChange)));
        Map("DELETE", "products/{uuid}", c => Done(() => world.Delete(Route(c, "uuid"))));
        Map("POST", "products/{uuid}/lock", async c =>
        {
            var body = await BodyAsync(c);
            return Done(() => world.Lock(Route(c, "uuid"), Text(body, "reason"), Duration.Parse(Text(body, "for"))));
        });
        Map("POST", "products/{uuid}/backups", async c =>
            Json([world.AddBackup(Route(c, "uuid"), Text(await BodyAsync(c), "name"))], ControlJson.Default.IReadOnlyListString));
        Map("DELETE", "products/{uuid}/backups/{backup}", c => Done(() => world.RemoveBackup(Route(c, "uuid"), Route(c, "backup"))));
        Map("POST", "products/{uuid}/backups/{backup}", async c =>
            Done(change => world.ChangeBackup(Route(c, "uuid"), Route(c, "backup"), change), await ReadAsync(c, ControlJson.Default.BackupChange)));
        Map("POST", "products/{uuid}/tasks/{task}", async c =>
            Done(change => world.ChangeScheduledTask(Route(c, "uuid"), Route(c, "task"), change), await ReadAsync(c, ControlJson.Default.ScheduledTaskChange)));
        Map("DELETE", "products/{uuid}/tasks/{task}", c => Done(() => world.RemoveScheduledTask(Route(c, "uuid"), Route(c, "task"))));
        Map("POST", "models/{uuid}", async c =>
        {
            var body = await BodyAsync(c);
            return Done(() => world.SetStock(Route(c, "uuid"), Required(body, "stock").GetValue<int>(), body["allowPreorder"]?.GetValue<bool>()));
        });
        Map("POST", "forms/{product}", async c =>
        {
            var body = await BodyAsync(c);
            return Done(() => world.ChangeForm(Route(c, "product"), body["basePrice"]?.GetValue<decimal>(), body["available"]?.GetValue<bool>()));
        });
        Map("POST", "forms/{product}/options/{option}", async c =>
        {
            var body = await BodyAsync(c);
            return Done(() => world.RenameOption(Route(c, "product"), Route(c, "option"), Text(body, "name")));
        });
        Map("POST", "forms/{product}/options", async c =>
        {
            var body = await BodyAsync(c);
            return Done(
                () => world.AddOption(
                    Route(c, "product"), Text(body, "name"), [.. (body["choices"] as JsonArray ?? []).Select(choice => choice!.GetValue<string>())]));
        });
        Map("POST", "installations", async c =>
        {
            var body = await BodyAsync(c);
            return Done(() => world.FailInstallations(Text(body, "log"), body["times"]?.GetValue<int>() ?? 1));
        });
        Map("POST", "task-faults", async c => Done(f => world.FailTasks(f), await ReadAsync(c, ControlJson.Default.ListTaskFault)));
        Map("DELETE", "task-faults", _ => Done(world.ClearTaskFaults));
    }

    private void MapOrders()
    {
        Map("POST", "order-scripts", async c => Done(s => world.ScriptOrders(s), await ReadAsync(c, ControlJson.Default.ListOrderScript)));
        Map("DELETE", "order-scripts", _ => Done(world.ClearOrderScripts));
        Map("POST", "orders/{uuid}", async c =>
        {
            var body = await BodyAsync(c);
            return Done(() => world.EndOrder(Route(c, "uuid"), body["status"]?.GetValue<string>() ?? "okay", body["statusData"]?.GetValue<string>()));
        });
    }

    private void Map(string method, string path, Func<HttpContext, ControlAnswer> answer) => Map(method, path, c => Task.FromResult(answer(c)));

    private void Map(string method, string path, Func<HttpContext, Task<ControlAnswer>> answer) =>
        endpoints.MapMethods($"/_sim/{path}", [method], (RequestDelegate)(async context =>
    {
        ControlAnswer result;
        try
        {
            result = await answer(context);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or JsonException)
        {
            result = Json(new() { ["error"] = e.Message }, ControlJson.Default.JsonObject, 400);
        }

        await result.ExecuteAsync(context);
    }));

    private ControlAnswer Clock() => Json(new() { ["now"] = world.Now }, ControlJson.Default.JsonObject);

    private static ControlAnswer Json<T>(T value, JsonTypeInfo<T> type, int status = 200) =>
        new ControlAnswer(JsonSerializer.SerializeToUtf8Bytes(value, type), status);

    private static ControlAnswer Done(Action act) => Done(_ => act(), 0);

    private static ControlAnswer Done<T>(Action<T> act, T body)
    {
        act(body);
        return new ControlAnswer("{}"u8.ToArray(), 200);
    }

    private static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type) =>
        await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) ?? throw new FormatException("The body is null.");

    private static Task<JsonObject> BodyAsync(HttpContext context) => ReadAsync(context, ControlJson.Default.JsonObject);

    private static JsonNode Required(JsonObject body, string name) => body[name] ?? throw new FormatException($"\"{name}\" is missing.");

    private static string Text(JsonObject body, string name) => Required(body, name).GetValue<string>();

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static string? Query(HttpContext context, string name) => context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
