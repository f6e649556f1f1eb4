using CoreHarness;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A core, its provider and the cloud behind it, for one test.</summary>
public abstract class CornerTest : IDisposable
{
    private protected CornerTest() => Core = new CoreProvider(new CornerProvider(Cloud));

    private protected CornerCloud Cloud { get; } = new();

    protected CoreProvider Core { get; }

    protected static Config Named(string name) => Config.Of(("name", name));

    /// <summary>A configuration that says something of every attribute.</summary>
    protected static Config Everything { get; } = Config.Of(
        ("name", "web"),
        ("region", "south"),
        ("number", 0.1),
        ("integer", 7),
        ("price", 3.99m),
        ("enabled", false),
        ("tags", new[] { "b", "a" }),
        ("ports", new[] { 443, 80, 443 }),
        ("labels", Config.Of(("b", "2"), ("a", "1"))),
        ("extra", Config.Of(("deep", new object[] { "x", 1, true }))),
        ("main", Config.Of(("name", "m"))),
        ("disks", new[] { Config.Of(("name", "d0"), ("size", 5)), Config.Of(("name", "d1")) }),
        ("addons", new[] { Config.Of(("name", "a1")), Config.Of(("name", "a0"), ("size", 3)) }),
        ("slots", Config.Of(("left", Config.Of(("name", "l"))), ("right", Config.Of(("name", "r"))))),
        ("password", "hunter2"),
        ("secret", "write-only"),
        ("path", "/Srv"),
        ("timeouts", Config.Of(("create", "5m"))));

    public void Dispose()
    {
        Core.Dispose();
        GC.SuppressFinalize(this);
    }
}
