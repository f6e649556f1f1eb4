using CoreHarness;
using TerraformPlugin.Planning;
using TerraformPlugin.Tests.Corner;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Planning.PlanValues;

namespace TerraformPlugin.Tests.Planning;

public sealed class ResultCheckTests
{
    public static TheoryData<string, string> Nestings => PlanValues.Nestings;

    [Theory]
    [InlineData("one")]
    [InlineData("many")]
    [InlineData("keyed")]
    [InlineData("bag")]
    public void RefinesPlan_WhatWasUnknown_MayBeAnything(string nesting)
    {
        var planned = In(nesting, Part(("plain", "p"), ("computed", Unknown)));

        Assert.Empty(Problems(planned, In(nesting, Part(("plain", "p"), ("computed", "c")))));
        Assert.Empty(Problems(planned, In(nesting, Part(("plain", "p")))));
        Assert.Empty(Problems(Of((nesting, Unknown)), In(nesting, Part(("plain", "p")))));
        Assert.Empty(Problems(Of((nesting, Unknown)), Of()));
    }

    [Theory]
    [MemberData(nameof(Nestings))]
    public void RefinesPlan_WhatWasKnown_IsReportedOnItsPath(string nesting, string path)
    {
        var planned = In(nesting, Part(("plain", "p"), ("computed", Unknown)));

        Assert.Equal([$"{path}plain"], Problems(planned, In(nesting, Part(("plain", "other"), ("computed", "c")))));
        Assert.Equal([$"{path}plain"], Problems(planned, In(nesting, Part(("computed", "c")))));
        Assert.Equal([$"{path}forcing"], Problems(planned, In(nesting, Part(("plain", "p"), ("forcing", "new")))));
    }

    [Fact]
    public void RefinesPlan_AnotherNumberOfObjects_IsReportedThoughPartsWereUnknown()
    {
        var two = Of(("many", new[] { Part(("computed", Unknown)), Part(("computed", Unknown)) }));

        Assert.Equal(["many"], Problems(two, Of(("many", new[] { Part() }))));
        Assert.Equal(["many"], Problems(two, Of()));
        Assert.Equal(["one"], Problems(In("one", Part(("computed", Unknown))), Of()));
        Assert.Equal(["keyed"], Problems(In("keyed", Part(("computed", Unknown))), Of(("keyed", Config.Of(("other", Part()))))));
        Assert.Equal(["bag"], Problems(In("bag", Part(("plain", "p"), ("computed", Unknown))), In("bag", Part(("plain", "other")))));
    }

    [Fact]
    public void RefinesPlan_AnObjectThatIsNot_IsReported()
    {
        Assert.Equal([""], Problems(Of(), TfValue.Null));
        Assert.Equal([""], Problems(TfValue.Null, Of()));
        Assert.Empty(Problems(TfValue.Null, TfValue.Null));
    }

    [Fact]
    public void RefinesPlan_SensitiveValues_AreNotShown()
    {
        var diagnostics = new Diagnostics();
        var planned = CornerModel.Table.EncodeKnown(new CornerModel { Password = "hunter2", Main = new CornerPart { Name = "hunter2" } });

        ResultCheck.RefinesPlan(CornerModel.Table, planned, CornerModel.Table.EncodeKnown(new CornerModel { Password = "hunter3" }), diagnostics);

        Assert.Equal(["main", "password"], diagnostics.Select(d => d.Path.ToString()).Order());
        Assert.All(diagnostics, d => Assert.DoesNotContain("hunter", d.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutUnknowns_Anywhere_AreNullAndReported()
    {
        var diagnostics = new Diagnostics();
        var value = Of(
            ("text", Unknown),
            ("one", Part(("computed", Unknown))),
            ("many", new[] { Part(), Part(("computed", Unknown)) }),
            ("bag", new[] { Part(("plain", Unknown)), Part(("plain", null)) }),
            ("keyed", Config.Of(("k", Part(("computed", Unknown))))));

        var known = ResultCheck.WithoutUnknowns(value, PlanModel.Table.ObjectType, diagnostics);

        Assert.Equal(Of(("one", Part()), ("many", new[] { Part(), Part() }), ("bag", new[] { Part() }), ("keyed", Config.Of(("k", Part())))), known);
        Assert.Equal(
            ["bag", "keyed[\"k\"].computed", "many[1].computed", "one.computed", "text"],
            diagnostics.Select(d => d.Path.ToString()).Order(StringComparer.Ordinal));
    }

    private static string[] Problems(TfValue planned, TfValue result)
    {
        var diagnostics = new Diagnostics();
        ResultCheck.RefinesPlan(PlanModel.Table, planned, result, diagnostics);
        return [.. diagnostics.Select(d => d.Path.ToString())];
    }
}
