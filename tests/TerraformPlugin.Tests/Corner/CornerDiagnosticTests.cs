using CoreHarness;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Corner;

/// <summary>What a user is told of a configuration, and where.</summary>
public sealed class CornerDiagnosticTests : CornerTest
{
    [Fact]
    public async Task Validate_FractionForAnInteger_IsReportedOnceOnItsPath()
    {
        var diagnostics = await Core.ValidateResourceAsync("corner_thing", Named("n").With("integer", 1.5));

        var error = Assert.Single(diagnostics);
        Assert.Equal("integer", error.Path.ToString());
        Assert.Contains("1.5", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", "main.size")]
    [InlineData("disks", "disks[0].size")]
    [InlineData("slots", "slots[\"a\"].size")]
    [InlineData("addons", "addons")] // a set's elements have no path
    public async Task Validate_FractionInANestedObject_IsReportedOnceOnItsPath(string attribute, string path)
    {
        var part = Config.Of(("name", "p"), ("size", 1.5));
        object value = attribute switch { "main" => part, "slots" => Config.Of(("a", part)), _ => new[] { part } };

        var diagnostics = await Core.ValidateResourceAsync("corner_thing", Named("n").With(attribute, value));

        Assert.Equal(path, Assert.Single(diagnostics).Path.ToString());
    }

    [Fact]
    public async Task Validate_ValueThatItsRuleRefuses_IsReportedOnItsPath()
    {
        var diagnostics = await Core.ValidateResourceAsync(
            "corner_thing",
            Named(" ").With("disks", new[] { Config.Of(("name", "d")), Config.Of(("name", "")) }).With("timeouts", Config.Of(("read", "soon"))));

        Assert.Equal(["name", "disks[1].name", "timeouts.read"], diagnostics.Select(d => d.Path.ToString()));
    }

    [Fact]
    public async Task Validate_RuleAcrossAttributes_IsAsked()
    {
        var diagnostics = await Core.ValidateResourceAsync("corner_thing", Named("same").With("old", "same"));

        Assert.Equal(["old is deprecated", "Twice the same"], diagnostics.Select(d => d.Summary));
    }

    [Fact]
    public async Task Validate_DeprecatedAttribute_Warns()
    {
        var diagnostics = await Core.ValidateResourceAsync("corner_thing", Named("n").With("old", "x"));

        var warning = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, "old", "Use name."), (warning.Severity, warning.Path.ToString(), warning.Detail));
    }

    [Fact]
    public async Task Validate_UnknownValues_Pass() => Assert.Empty(await Core.ValidateResourceAsync(
        "corner_thing", Config.Of(("name", Config.Unknown), ("integer", Config.Unknown), ("disks", new[] { Config.Unknown }), ("main", Config.Unknown))));

    [Fact]
    public async Task Validate_WriteOnlyByAnOldClient_IsRefusedOnItsPath()
    {
        using var old = new CoreProvider(new CornerProvider(Cloud)) { WriteOnlyAttributesAllowed = false };

        var diagnostics = await old.ValidateResourceAsync("corner_thing", Everything);

        Assert.Equal("secret", Assert.Single(diagnostics).Path.ToString());
        Assert.Empty(await Core.ValidateResourceAsync("corner_thing", Everything));
    }

    [Fact]
    public async Task Configure_RepeatedlyAndWithUnknowns_IsTaken()
    {
        Assert.Empty(await Core.ConfigureAsync(Config.Of(("token", "a"))));
        Assert.Empty(await Core.ConfigureAsync(Config.Of(("token", Config.Unknown), ("retries", Config.Unknown))));
        Assert.Empty(await Core.ConfigureAsync(Config.Empty));

        Assert.Equal([Value.Known("a"), Value<string>.Unknown, Value<string>.Null], Cloud.Configurations);
    }

    [Fact]
    public async Task Configure_InvalidValue_IsReportedOnItsPath()
    {
        Assert.Equal("retries", Assert.Single(await Core.ConfigureAsync(Config.Of(("retries", -1)))).Path.ToString());
        Assert.Equal("retries", Assert.Single(await Core.ConfigureAsync(Config.Of(("retries", 0.5)))).Path.ToString());
        Assert.Empty(Cloud.Configurations);
    }

    [Fact]
    public async Task Data_Found_EchoesItsArgumentsAndFillsInTheRest()
    {
        await Core.Resource("corner_thing").ApplyAsync(Everything);

        var data = await Core.ReadDataAsync("corner_thing", Config.Of(("id", "thing-1")));

        Assert.Equal(("thing-1", 5L, "web"), (data["id"], data["limit"], data["name"]));
    }

    [Fact]
    public async Task Data_NotFoundOrFailing_IsAnError()
    {
        var missing = await Core.ReadDataAsync("corner_thing", Config.Of(("id", "nobody")));
        Cloud.DuringRead = _ => throw new TimeoutException("too slow");
        var failing = await Core.ReadDataAsync("corner_thing", Config.Of(("id", "nobody")));

        Assert.Equal("id", Assert.Single(missing.Diagnostics).Path.ToString());
        Assert.Contains("too slow", Assert.Single(failing.Diagnostics).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnostic_WithALoneSurrogate_Arrives()
    {
        Cloud.DuringRead = _ => throw new TimeoutException("cut \ud83d off");

        var data = await Core.ReadDataAsync("corner_thing", Config.Of(("id", "x")));

        Assert.Contains("cut \ufffd off", Assert.Single(data.Diagnostics).Detail, StringComparison.Ordinal);
    }
}
