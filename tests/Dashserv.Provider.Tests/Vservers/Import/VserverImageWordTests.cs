using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Import;

/// <summary>A form whose texts are no names of images: what was ordered by them is neither replaced nor out of reach for that.</summary>
public sealed class VserverImageWordTests
{
    private const string Word = "Debian 11 (64 bit)";

    private static readonly Config Worded = TestVserver.Config.With("image", Word);

    [Fact]
    public async Task Import_OrderedByTheFormsWord_IsAdoptedWithAWarning()
    {
        await using var world = await StartAsync();
        var config = Worded;
        var made = await world.CreateVserverAsync(config);
        var imported = world.Core.Resource(TestVserver.Type, "imported");
        Assert.Empty(await imported.ImportAsync((string)made["id"]!));
        var plan = await imported.PlanAsync(config);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((ChangeAction.Update, Severity.Warning, "image"), (plan.Action, warning.Severity, warning.Path.ToString()));
        Assert.Contains($"calls what is installed \"debian11\". It is taken for {Word}, and left as it is", warning.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await imported.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("Ubuntu 20.04 (64 bit)")]
    [InlineData("debian10")]
    public async Task Import_AnotherSystemIsWanted_IsAChange(string image)
    {
        await using var world = await StartAsync();
        var made = await world.CreateVserverAsync(Worded);
        var imported = world.Core.Resource(TestVserver.Type, "imported");
        await imported.ImportAsync((string)made["id"]!);
        Assert.Equal(["image"], (await imported.PlanAsync(Worded.With("image", image))).RequiresReplace);
    }

    [Fact]
    public async Task Triggers_OrderedByTheFormsWord_InstallWhatIsInstalled()
    {
        await using var world = await StartAsync();
        var config = Worded.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateVserverAsync(config);
        var plan = await server.PlanAsync(Worded.With("reinstall_triggers", Config.Of(("release", "2"))));
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(("debian11", Word), (Assert.Single(world.Simulator.Journal.Entries("*/reinstall")).Fields["image"], server["image"]));
    }

    private static async Task<ProviderWorld> StartAsync()
    {
        var world = await ProviderWorld.StartAsync();
        await world.TamperAsync("manage/product/vserver:configure", form =>
        {
            foreach (var choice in Systems(form))
            {
                choice["display"] = (string?)choice["display"] switch
                {
                    { } text when text.StartsWith("Debian 11", StringComparison.Ordinal) => Word,
                    { } text when text.StartsWith("Ubuntu 20", StringComparison.Ordinal) => "Ubuntu 20.04 (64 bit)",
                    var other => other,
                };
            }
        });
        return world;
    }

    private static IEnumerable<JsonNode> Systems(JsonNode form)
    {
        var options = form["options"]!.AsObject();
        var choices = options.First(o => o.Key is "image" or "os").Value!["options"]!;
        return choices is JsonArray list ? list.OfType<JsonNode>() : choices.AsObject().Select(c => c.Value).OfType<JsonNode>();
    }
}
