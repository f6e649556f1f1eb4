using CoreHarness;
using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Planning.PlanValues;

namespace TerraformPlugin.Tests.Planning;

public sealed class PlanCheckTests
{
    public static TheoryData<string, string> Nestings => PlanValues.Nestings;

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Run_WhatARuleAllows_Passes(string nesting, string path)
    {
        _ = path;
        var config = In(nesting, Part(("plain", "p")));

        Assert.Empty(Problems(In(nesting, Part(("plain", "p"), ("computed", Unknown), ("stable", "any"))), config));
        Assert.Empty(Problems(In(nesting, Part(("plain", "kept"))), config, In(nesting, Part(("plain", "kept")))));
        Assert.Empty(Problems(In(nesting, Part(("plain", Unknown))), In(nesting, Part(("plain", Unknown)))));
        Assert.Empty(Problems(In(nesting, Part(("plain", "p"))), In(nesting, Part(("plain", "p"), ("secret", "s")))));
    }

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Run_WhatARuleForbids_IsReportedOnItsPath(string nesting, string path)
    {
        var config = In(nesting, Part(("plain", "p"), ("computed", "said")));

        Assert.Equal([$"{path}plain"], Problems(In(nesting, Part(("plain", "other"), ("computed", "said"))), config));
        Assert.Equal([$"{path}plain"], Problems(In(nesting, Part(("plain", Unknown), ("computed", "said"))), config));
        Assert.Equal([$"{path}plain"], Problems(In(nesting, Part(("computed", "said"))), config));
        Assert.Equal([$"{path}computed"], Problems(In(nesting, Part(("plain", "p"), ("computed", "other"))), config));
        Assert.Equal([$"{path}forcing"], Problems(In(nesting, Part(("plain", "p"), ("computed", "said"), ("forcing", "made up"))), config));
        Assert.Equal([$"{path}secret"], Problems(In(nesting, Part(("plain", "p"), ("computed", "said"), ("secret", "s"))), config));
    }

    [Fact]
    public void Run_AnotherNumberOfObjects_IsReported()
    {
        var two = Of(("many", new[] { Part(("plain", "a")), Part(("plain", "b")) }));
        var one = Of(("many", new[] { Part(("plain", "a")) }));

        Assert.Contains("many", Problems(two, one));
        Assert.Contains("many", Problems(one, two));
        Assert.Contains("keyed", Problems(Of(("keyed", Config.Of(("a", Part())))), Of(("keyed", Config.Of(("b", Part()))))));
        Assert.Contains("one", Problems(Of(("one", null)), In("one", Part())));
        Assert.Contains("one", Problems(Of(("one", Unknown)), In("one", Part())));
    }

    [Fact]
    public void Replacements_LeadingNowhere_AreReported()
    {
        var diagnostics = new Diagnostics();
        var planned = In("many", Part());

        PlanCheck.Replacements(
            [AttributePath.Of("many").Index(0), AttributePath.Of("many").Index(1), AttributePath.Of("nothing"), AttributePath.Of("text").Attribute("x"),
                AttributePath.Root],
            planned,
            TfValue.Null,
            diagnostics);

        Assert.Equal(["many[1]", "nothing", "text.x", ""], diagnostics.Select(d => d.Path.ToString()));
    }

    private static string[] Problems(TfValue planned, TfValue config, TfValue? prior = null)
    {
        var diagnostics = new Diagnostics();
        PlanCheck.Run(PlanModel.Table, planned, config, prior ?? TfValue.Null, diagnostics);
        return [.. diagnostics.Select(d => d.Path.ToString())];
    }
}
