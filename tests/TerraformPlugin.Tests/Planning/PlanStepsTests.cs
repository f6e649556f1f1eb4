using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Planning.PlanValues;

namespace TerraformPlugin.Tests.Planning;

/// <summary>Each step of a plan by itself, in each way of nesting.</summary>
public sealed class PlanStepsTests
{
    public static TheoryData<string, string> Nestings => PlanValues.Nestings;

    [Theory]
    [InlineData("one")]
    [InlineData("many")]
    [InlineData("keyed")]
    [InlineData("bag")]
    public void Defaults_WhereTheConfigurationIsSilent_AreFilledIn(string nesting)
    {
        var silent = In(nesting, Part(("plain", "p")));
        var said = In(nesting, Part(("plain", "p"), ("default", "x")));

        Assert.Equal(In(nesting, Part(("plain", "p"), ("default", "d"))), PlanSteps.Defaults(PlanModel.Table, silent, silent));
        Assert.Equal(said, PlanSteps.Defaults(PlanModel.Table, said, said));
    }

    [Fact]
    public void Defaults_OfAnAbsentObject_MakeNone() =>
        Assert.Equal(Of(("text", "t")), PlanSteps.Defaults(PlanModel.Table, Of(("text", "t")), Of(("text", "t"))));

    [Fact]
    public void Defaults_WhereAnotherValueWasBefore_TakeTheDefaultAgain()
    {
        var config = In("one", Part(("plain", "p")));
        var proposed = In("one", Part(("plain", "p"), ("default", "was set")));

        Assert.Equal(In("one", Part(("plain", "p"), ("default", "d"))), PlanSteps.Defaults(PlanModel.Table, proposed, config));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("many")]
    [InlineData("keyed")]
    public void WriteOnlyToNull_AnyValue_IsGone(string nesting)
    {
        Assert.Equal(In(nesting, Part(("plain", "p"))), PlanSteps.WriteOnlyToNull(PlanModel.Table, In(nesting, Part(("plain", "p"), ("secret", "s")))));
        Assert.Equal(In(nesting, Part(("plain", "p"))), PlanSteps.WriteOnlyToNull(PlanModel.Table, In(nesting, Part(("plain", "p"), ("secret", Unknown)))));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("many")]
    [InlineData("keyed")]
    public void SameMeaning_WrittenDifferently_StaysAsItWas(string nesting)
    {
        var prior = In(nesting, Part(("loose", "Abc"), ("plain", "Abc")));
        var planned = In(nesting, Part(("loose", "ABC"), ("plain", "ABC")));

        Assert.Equal(In(nesting, Part(("loose", "Abc"), ("plain", "ABC"))), PlanSteps.SameMeaning(PlanModel.Table, planned, prior));
    }

    [Fact]
    public void SameMeaning_UnknownOrNull_IsNotCompared()
    {
        foreach (var value in new[] { Unknown, null })
        {
            var planned = In("one", Part(("loose", value)));
            Assert.Equal(planned, PlanSteps.SameMeaning(PlanModel.Table, planned, In("one", Part(("loose", "a")))));
            Assert.Equal(
                In("one", Part(("loose", "a"))), PlanSteps.SameMeaning(PlanModel.Table, In("one", Part(("loose", "a"))), In("one", Part(("loose", null)))));
        }
    }

    [Theory]
    [InlineData("one")]
    [InlineData("many")]
    [InlineData("keyed")]
    public void ComputedToUnknown_SomethingChanges_LeavesWhatIsStable(string nesting)
    {
        var config = In(nesting, Part(("plain", "new")));
        var prior = In(nesting, Part(("plain", "old"), ("computed", "c"), ("stable", "s"), ("default", "d")));
        var proposed = In(nesting, Part(("plain", "new"), ("computed", "c"), ("stable", "s"), ("default", "d")));

        Assert.Equal(
            In(nesting, Part(("plain", "new"), ("computed", Unknown), ("stable", "s"), ("default", "d"))),
            PlanSteps.ComputedToUnknown(PlanModel.Table, proposed, config, prior));
    }

    [Fact]
    public void ComputedToUnknown_NothingChanges_ChangesNothing()
    {
        var prior = In("one", Part(("plain", "p"), ("computed", "c"), ("stable", "s")));

        Assert.Equal(prior, PlanSteps.ComputedToUnknown(PlanModel.Table, prior, In("one", Part(("plain", "p"))), prior));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("many")]
    [InlineData("keyed")]
    [InlineData("bag")]
    public void ComputedToUnknown_ANewObject_HasNothingStable(string nesting)
    {
        var config = In(nesting, Part(("plain", "p"), ("computed", "said")));

        Assert.Equal(
            In(nesting, Part(("plain", "p"), ("computed", "said"), ("stable", Unknown))),
            PlanSteps.ComputedToUnknown(PlanModel.Table, config, config, TfValue.Null));
    }

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Replacements_ForcingAttributeChanged_NameIt(string nesting, string path)
    {
        var prior = In(nesting, Part(("forcing", "old"), ("plain", "old")));

        Assert.Equal([$"{path}forcing"], Replacements(In(nesting, Part(("forcing", "new"), ("plain", "new"))), prior));
        Assert.Empty(Replacements(In(nesting, Part(("forcing", "old"), ("plain", "new"))), prior));
    }

    [Fact]
    public void Replacements_InASet_NameTheSetIfAnElementIsNew()
    {
        var prior = In("bag", Part(("forcing", "a")));

        Assert.Empty(Replacements(prior, prior));
        Assert.Equal(["bag"], Replacements(In("bag", Part(("forcing", "b"))), prior));
    }

    [Fact]
    public void Replacements_DemandedOnes_AreSortedAndOnce() => Assert.Equal(
        ["many[0].forcing", "one", "text"],
        PlanSteps.Replacements(
            PlanModel.Table,
            In("many", Part(("forcing", "new"))),
            In("many", Part(("forcing", "new"))),
            In("many", Part(("forcing", "old"))),
            [AttributePath.Of("text"), AttributePath.Of("one"), AttributePath.Of("text"), AttributePath.Of("many").Index(0).Attribute("forcing")])
            .Select(p => p.ToString()));

    [Fact]
    public void Replacements_OfACreate_AreNone() => Assert.Empty(Replacements(In("one", Part(("forcing", "new"))), TfValue.Null));

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Replacements_OfWhatIsComputedAnew_AreNone(string nesting, string path)
    {
        var (prior, config) = (In(nesting, Part(("forcing", "old"))), In(nesting, Part(("plain", "new"))));
        var planned = In(nesting, Part(("forcing", Unknown), ("plain", "new")));

        Assert.Empty(PlanSteps.Replacements(PlanModel.Table, planned, config, prior, []));
        Assert.Equal([$"{path}forcing"], Replacements(planned, prior));
    }

    private static IEnumerable<string> Replacements(TfValue planned, TfValue prior) =>
        PlanSteps.Replacements(PlanModel.Table, planned, planned, prior, []).Select(p => p.ToString());
}
